package org.chartroom.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that the system understood and refuses. It carries a stable {@code code} for machines and facts that are
 * safe to print: ids, codes and times, never a name, a birth date or a word of a note.
 *
 * <p>Every feature has one subclass whose static factories are the catalogue of its refusals. An
 * {@link IllegalArgumentException} in their place means a bug of ours.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of refusal it is; an adapter maps each kind once. */
    public enum Kind {
        /** It does not exist, or it is not the actor's to see: the two are told in the same words. */
        UNKNOWN,
        /** What is stored contradicts the request. */
        CONFLICT,
        /** The version that the request was made from is no longer the stored one. */
        STALE,
        /** No stored state could make this request acceptable. */
        RULE,
        /** The request contradicts an earlier one that it claims to repeat. */
        CONTRADICTION,
        /** Nobody is known to ask: not signed in, or not with these credentials. */
        UNAUTHENTICATED,
        /** The actor may see it, but it is another's to change. */
        FORBIDDEN,
        /** Asked too often; the fact {@code retryAfter} tells how long to wait. */
        THROTTLED,
        /** There is no room at the moment; nothing is wrong with the request. */
        BUSY
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> facts;

    protected Refusal(Kind kind, String code, String message, Map<String, ?> facts) {
        // A refusal is an answer, not an accident: nobody reads its stack trace, and filling it in costs the most.
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public Kind kind() {
        return kind;
    }

    /** The stable name of this refusal, such as {@code illegal-transition}. */
    public String code() {
        return code;
    }

    /**
     * What a client can act on, by name, in the order to be shown; values print by {@code toString}. Those of
     * {@link Kind#UNKNOWN} are for the audit trail alone: the client is told nothing that tells one from another.
     */
    public Map<String, Object> facts() {
        return facts;
    }
}
