package org.chartroom.provider.application;

import java.time.Duration;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.out.Sessions;
import org.chartroom.provider.domain.Token;
import org.jspecify.annotations.Nullable;

/** Who comes in, and who goes. Its ends take effect on the very next request, on every node. */
public interface SignIn {

    /**
     * Starts a session. A wrong password, an unknown e-mail address, a disabled account and one without a password are
     * refused in the same words and at the same cost.
     *
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code unauthenticated}; {@code too-many-attempts}, and then
     *     the password was not looked at; {@code temporarily-unavailable} when too many sign in at this moment
     */
    Tokens signIn(Origin from, String email, String password);

    /**
     * Gives out new tokens in place of the old. A refresh token that was spent before ends its session, since one of
     * the two who had it has stolen it.
     *
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code unauthenticated}
     */
    Tokens refresh(Origin from, String refreshToken);

    /**
     * Tells who bears an access token.
     *
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code unauthenticated}
     */
    Actor authenticate(Origin from, String accessToken);

    /**
     * Tells who bears an access token, for a request that only reads: it may be found out along with the first thing that
     * is read, which is refused as {@code unauthenticated} if it is not so. Until {@link Admission#stands} is asked nothing
     * is known, and nothing may be shown.
     *
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code unauthenticated}
     */
    Admission admit(Origin from, String accessToken);

    /** Ends the session that the request was made in. */
    void signOut(Actor by);

    /** To be closed by the thread that was admitted. */
    record Admission(Actor actor, Sessions.@Nullable Presumed presumed) implements AutoCloseable {

        /** Whether its bearer is signed in. */
        public boolean stands() {
            return presumed == null || presumed.stands();
        }

        @Override
        public void close() {
            if (presumed != null) presumed.close();
        }
    }

    /**
     * What a session is carried on with; nothing else can show them again.
     *
     * @param accessFor how long the access token will be taken
     */
    @Phi
    record Tokens(Token access, Token refresh, Duration accessFor) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
