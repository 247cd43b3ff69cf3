package org.chartroom.audit.application;

import java.time.Clock;
import java.util.UUID;
import org.chartroom.audit.application.out.SealWitness;
import org.chartroom.audit.application.out.SealedTrail;
import org.chartroom.audit.application.out.SealedTrail.Mark;
import org.chartroom.audit.domain.Seal;
import org.chartroom.audit.domain.SealHead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Remembers between two calls how far the trail had got, and seals that far once every transaction of that moment has
 * ended: numbers are given out in one order and committed in another.
 */
@Service
class SealingService implements Sealing {

    /** So that a seal is no larger than half a megabyte, and is read again in no time. */
    private static final int MOST_EVENTS = 10_000;

    private final SealedTrail trail;
    private final SealWitness witness;
    private final Clock clock;
    private @Nullable Mark mark;

    SealingService(SealedTrail trail, SealWitness witness, Clock clock) {
        this.trail = trail;
        this.witness = witness;
        this.clock = clock;
    }

    @Override
    public synchronized boolean seal() {
        var chain = trail.chain();
        if (mark == null) mark = trail.mark();
        else if (trail.isSettled(mark)) {
            sealUpTo(chain, mark.lastEvent());
            mark = trail.mark();
        }
        return witness(chain);
    }

    private void sealUpTo(UUID chain, long upTo) {
        var previous = trail.lastSeal().orElse(null);
        while (true) {
            var events = trail.events(previous == null ? 0 : previous.lastEvent(), upTo, MOST_EVENTS);
            if (events.isEmpty()) return;
            var last = events.size() < MOST_EVENTS ? upTo : events.getLast().id();
            var seal = Seal.after(previous, chain, last, events, clock.instant());
            if (!trail.add(seal)) return; // another node was faster; the next call goes on from its seal
            previous = seal.head();
        }
    }

    private boolean witness(UUID chain) {
        var written = witness.last(chain);
        var stored = trail.heads(written.map(SealHead::number).orElse(1L));
        if (written.isEmpty()) {
            witness.append(chain, stored);
            return true;
        }
        if (stored.isEmpty() || !stored.getFirst().equals(written.get())) return false;
        witness.append(chain, stored.subList(1, stored.size()));
        return true;
    }
}
