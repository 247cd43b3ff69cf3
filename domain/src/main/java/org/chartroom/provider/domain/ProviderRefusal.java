package org.chartroom.provider.domain;

import java.time.Duration;
import java.util.Map;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.provider.ProviderId;

/** Every way in which matters of providers, and of signing in, are refused. */
public final class ProviderRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private ProviderRefusal(Kind kind, String code, String message, Map<String, ?> facts) {
        super(kind, code, message, facts);
    }

    public static ProviderRefusal emailTaken() {
        return new ProviderRefusal(
                Kind.CONFLICT, "already-exists", "Another provider has this e-mail address.", Map.of("field", "email"));
    }

    /** No account has the e-mail address. Told on the command line only. */
    public static ProviderRefusal unknown() {
        return new ProviderRefusal(Kind.UNKNOWN, "not-found", "There is no such provider.", Map.of());
    }

    /** The version that the change was made from is not the stored one, which is {@code current}. */
    public static ProviderRefusal stale(ProviderId id, Version current) {
        return new ProviderRefusal(
                Kind.STALE,
                "stale-version",
                "The provider was changed meanwhile.",
                Map.of("providerId", id, "current", current));
    }

    /** Nobody has the e-mail address, the password is another, or the account is closed: told in the same words. */
    public static ProviderRefusal wrongCredentials() {
        return unauthenticated("The e-mail address or the password is wrong.");
    }

    /** There is no token, or it stands for no session that lasts. */
    public static ProviderRefusal notSignedIn() {
        return unauthenticated("Sign in first; the access token is missing or no longer good.");
    }

    /** The refresh token was given out for no session that lasts, or was spent before. */
    public static ProviderRefusal cannotRefresh() {
        return unauthenticated("Sign in again; the refresh token is no longer good.");
    }

    /** A page of ours sends something along that no other site knows; this request came without. */
    public static ProviderRefusal foreignForm() {
        return new ProviderRefusal(
                Kind.FORBIDDEN, "forbidden", "Only a page of this server may ask for this.", Map.of());
    }

    /** {@code retryAfter} tells how long. */
    public static ProviderRefusal tooManyTries(Duration retryAfter) {
        return new ProviderRefusal(
                Kind.THROTTLED,
                "too-many-attempts",
                "There were too many attempts to sign in.",
                Map.of("retryAfter", retryAfter));
    }

    /** More people sign in at this moment than passwords can be checked. */
    public static ProviderRefusal busy() {
        return new ProviderRefusal(
                Kind.BUSY, "temporarily-unavailable", "Too many people sign in at this moment.", Map.of());
    }

    private static ProviderRefusal unauthenticated(String message) {
        return new ProviderRefusal(Kind.UNAUTHENTICATED, "unauthenticated", message, Map.of());
    }
}
