package org.chartroom.audit.domain;

import java.util.Iterator;
import java.util.UUID;
import org.chartroom.audit.domain.Verdict.Breach;
import org.jspecify.annotations.Nullable;

/** One walk along the trail and its seals, from the beginning to the first thing that does not fit. */
public final class TrailCheck {

    private final Iterator<SealHead> witnesses;
    private final Iterator<StoredEvent> events;
    private @Nullable SealHead witness;
    private @Nullable StoredEvent next;
    private long sealed;
    private long vouched;

    private TrailCheck(Iterator<SealHead> witnesses, Iterator<StoredEvent> events) {
        this.witnesses = witnesses;
        this.events = events;
        witness = witnesses.hasNext() ? witnesses.next() : null;
        advance();
    }

    /**
     * Walks.
     *
     * @param chain     whose beginning the first seal follows
     * @param witnesses what was written of seals outside the database, in the order of their numbers
     * @param seals     in the order of their numbers
     * @param events    in the order of their numbers
     */
    public static Verdict of(
            UUID chain, Iterator<SealHead> witnesses, Iterator<StoredSeal> seals, Iterator<StoredEvent> events) {
        return new TrailCheck(witnesses, events).walk(Seal.beginningOf(chain), seals);
    }

    private Verdict walk(Hash beginning, Iterator<StoredSeal> chained) {
        var previous = beginning;
        var first = 1L;
        var last = 0L;
        var seals = 0L;
        while (chained.hasNext()) {
            var stored = chained.next();
            var seal = stored.seal();
            if (seal.number() != seals + 1) return broken(seals, last + 1, Breach.SEAL_DELETED);
            if (!seal.previous().equals(previous))
                // where the seal before is vouched for, it is this one that was changed
                return broken(seals, vouched == seals ? last + 1 : first, Breach.SEAL_CHANGED);
            first = last + 1;
            if (seal.firstEvent() != first || !stored.isSound()) return broken(seals, first, Breach.SEAL_CHANGED);
            if (isContradicted(seal.number(), stored.hash())) return broken(seals, first, Breach.REWRITTEN);
            for (var event : seal.events()) {
                if (next == null || next.id() > event.id()) return broken(seals, event.id(), Breach.EVENT_DELETED);
                if (next.id() < event.id()) return broken(seals, next.id(), Breach.EVENT_INSERTED);
                if (!next.digest().equals(event.digest())) return broken(seals, event.id(), Breach.EVENT_CHANGED);
                sealed++;
                advance();
            }
            if (next != null && next.id() <= seal.lastEvent()) return broken(seals, next.id(), Breach.EVENT_INSERTED);
            previous = stored.hash();
            last = seal.lastEvent();
            seals++;
        }
        if (witness != null) return broken(seals, last + 1, Breach.SEAL_DELETED);
        return new Verdict(seals, sealed, remaining(), vouched, null, null);
    }

    /** Whether any of those who know this seal has it otherwise. The numbers that are asked for ascend. */
    private boolean isContradicted(long number, Hash hash) {
        while (witness != null && witness.number() <= number) {
            if (witness.number() == number) {
                if (!witness.hash().equals(hash)) return true;
                vouched = number;
            }
            witness = witnesses.hasNext() ? witnesses.next() : null;
        }
        return false;
    }

    private long remaining() {
        var unsealed = 0L;
        for (; next != null; advance()) unsealed++;
        return unsealed;
    }

    private Verdict broken(long seals, long event, Breach breach) {
        return new Verdict(seals, sealed, 0, vouched, event, breach);
    }

    private void advance() {
        next = events.hasNext() ? events.next() : null;
    }
}
