package org.chartroom.provider.application.out;

import java.time.Instant;
import java.util.Optional;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.domain.Session;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.Token;

/** All sessions that have not been ended. Of tokens nothing is kept that could be used in their place. */
public interface Sessions {

    /** The session with this access token, whether or not it lasts still. */
    Optional<Session> findByAccess(Token access);

    /** The session with this access token as it was when it was last found here; it may have ended since. Empty is no answer. */
    Optional<Session> recall(Token access);

    /**
     * Takes for granted, on this thread, that a session that was recalled lasts, and has the same access token still. The
     * first thing that is read or changed as its provider finds out, and is refused as {@code unauthenticated} if it is not
     * so.
     */
    Presumed presume(Session recalled, Token access);

    /** The session with this refresh token, which nobody else can change or end before the transaction ends. */
    Optional<Session> lockByRefresh(Token refresh);

    /** The session whose refresh token this once was. */
    Optional<Session> findBySpent(Token refresh);

    void add(Session session, Token access, Token refresh);

    /** Puts a session in the place of the stored one and replaces both of its tokens; the old refresh token is spent. */
    void refresh(Session session, Token access, Token refresh);

    /** Notes that a session was used. */
    void use(SessionId id, Instant now);

    /** Ends one session; nothing happens when it has ended. */
    void end(SessionId id);

    /** Ends every session of a provider. */
    void endAll(ProviderId provider);

    /** Removes those that are over at {@code now}. */
    void removeOver(SessionLimits limits, Instant now);

    /** What is taken for granted until it is closed. */
    interface Presumed extends AutoCloseable {

        /** Whether it is so; found out now where nothing was read yet. */
        boolean stands();

        @Override
        void close();
    }
}
