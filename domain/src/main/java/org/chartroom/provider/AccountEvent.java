package org.chartroom.provider;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account or a session of it. Published inside the transaction that brings it about, so
 * that whoever keeps it keeps it exactly when it came to pass.
 *
 * @param account null where nobody has the e-mail address that was tried
 */
public record AccountEvent(Kind kind, @Nullable ProviderId account, Origin origin) {

    /** What happened. */
    public enum Kind {
        SIGNED_IN,
        SIGN_IN_REFUSED,
        /** The first try that was not even looked at; those that follow within the same window are not told. */
        SIGN_IN_THROTTLED,
        REFRESHED,
        REFRESH_REFUSED,
        /** A refresh token was spent twice, so one of the two was not its owner; the session has ended. */
        REFRESH_TOKEN_REUSED,
        SIGNED_OUT,
        PROFILE_READ,
        PROFILE_CHANGED,
        /** The list of all providers was read. */
        COLLEAGUES_LISTED,
        PASSWORD_CHANGED,
        PASSWORD_CHANGE_REFUSED,
        /** The password that was asked for once more was not the account's. */
        REAUTHENTICATION_REFUSED,
        ACCOUNT_ADDED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        PASSWORD_RESET
    }
}
