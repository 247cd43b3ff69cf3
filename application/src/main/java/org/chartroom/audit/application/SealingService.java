package org.chartroom.audit.application;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chartroom.audit.application.out.SealWitness;
import org.chartroom.audit.application.out.SealedTrail;
import org.chartroom.audit.application.out.SealedTrail.Mark;
import org.chartroom.audit.application.out.SealedTrail.Standing;
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

    private static final int HEADS_AT_A_TIME = 1_000;

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
        var standing = mark == null ? Standing.VOID : trail.standing(mark);
        if (mark != null && standing == Standing.ENDED) sealUpTo(mark);
        if (standing != Standing.RUNNING) mark = trail.mark();
        return witness(trail.chain());
    }

    @Override
    public Duration lag() {
        return trail.unsealedFor();
    }

    private void sealUpTo(Mark reached) {
        var previous = trail.lastSeal().orElse(null);
        while (true) {
            var events = trail.events(previous == null ? 0 : previous.lastEvent(), reached.lastEvent(), MOST_EVENTS);
            if (events.isEmpty()) return;
            var seal = Seal.after(previous, reached.chain(), events, clock.instant());
            if (!trail.add(seal)) return; // another node was faster; the next call goes on from its seal
            previous = seal.head();
        }
    }

    private boolean witness(UUID chain) {
        var written = witness.last(chain);
        if (written.isEmpty() && witness.knowsAnother(chain)) return false;
        if (written.isPresent() && !trail.heads(written.get().number(), 1).equals(List.of(written.get()))) return false;
        var next = written.map(SealHead::number).orElse(0L) + 1;
        while (true) {
            var heads = trail.heads(next, HEADS_AT_A_TIME);
            if (heads.isEmpty()) return true;
            witness.append(chain, heads);
            next = heads.getLast().number() + 1;
        }
    }
}
