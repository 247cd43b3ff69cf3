package org.chartroom.audit.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.audit.Reference.Kind.AUDIT_TRAIL;
import static org.chartroom.audit.application.out.AuditEvents.SUCCESS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.out.SealedTrail.Mark;
import org.chartroom.audit.application.out.SealedTrail.Standing;
import org.chartroom.audit.domain.Seal;
import org.chartroom.audit.domain.StoredSeal;
import org.chartroom.provider.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link SealedTrail} must do with seals; run by the in-memory and the PostgreSQL implementation alike. The
 * store is empty at the beginning of each test.
 */
public abstract class SealedTrailContract {

    private static final Instant NOW = Instant.parse("2030-03-04T08:00:00.000001Z");

    protected abstract EventsOfNobody events();

    protected abstract SealedTrail trail();

    @Test
    void aTrailKeepsItsIdentity() {
        assertThat(trail().chain()).isEqualTo(trail().chain());
    }

    @Test
    void anEmptyTrailHasNoSealAndNoEvent() {
        assertThat(trail().lastSeal()).isEmpty();
        assertThat(trail().heads(1, 10)).isEmpty();
        assertThat(trail().mark().lastEvent()).isZero();
        assertThat(trail().events(0, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    @Timeout(60)
    void aMarkIsAtTheLastEventAndHasEndedWhenNothingOfBeforeRuns() {
        told(3);

        var mark = trail().mark();

        assertThat(mark.chain()).isEqualTo(trail().chain());
        assertThat(mark.lastEvent()).isEqualTo(3);
        // others' transactions on the same server count too, of other databases even
        while (trail().standing(mark) == Standing.RUNNING) Thread.onSpinWait();
        assertThat(trail().standing(mark)).isEqualTo(Standing.ENDED);
    }

    @Test
    void aMarkOfAnotherTrailSaysNothing() {
        var mark = trail().mark();

        assertThat(trail().standing(
                                new Mark(UUID.randomUUID(), mark.connection(), mark.lastEvent(), mark.transaction())))
                .isEqualTo(Standing.VOID);
    }

    @Test
    void eventsComeInTheirOrderFromOneNumberToAnother() {
        told(5);

        assertThat(ids(1, 4, 10)).containsExactly(2L, 3L, 4L);
        assertThat(ids(0, 5, 2)).containsExactly(1L, 2L);
        assertThat(ids(5, 9, 10)).isEmpty();
    }

    @Test
    void aSealIsReadBackAsItWas() {
        told(3);
        var seal = first(3);

        assertThat(trail().add(seal)).isTrue();

        assertThat(trail().lastSeal()).contains(seal.head());
        assertThat(trail().heads(1, 10)).containsExactly(seal.head());
        assertThat(seals()).containsExactly(new StoredSeal(seal, seal.hash()));
    }

    @Test
    void anEventWaitsUntilItIsSealed() {
        assertThat(trail().unsealedFor()).isZero();
        told(3);
        assertThat(trail().unsealedFor()).isPositive();
        trail().add(first(2));
        assertThat(trail().unsealedFor()).isPositive();

        trail().add(Seal.after(first(2).head(), trail().chain(), trail().events(2, 3, 10), NOW));

        assertThat(trail().unsealedFor()).isZero();
    }

    @Test
    void sealsComeInTheOrderOfTheirNumbers() {
        told(4);
        var first = first(2);
        var second = Seal.after(first.head(), trail().chain(), trail().events(2, 4, 10), NOW);
        trail().add(first);
        trail().add(second);

        assertThat(trail().lastSeal()).contains(second.head());
        assertThat(trail().heads(1, 10)).containsExactly(first.head(), second.head());
        assertThat(trail().heads(2, 10)).containsExactly(second.head());
        assertThat(trail().heads(1, 1)).containsExactly(first.head());
        assertThat(seals()).extracting(StoredSeal::seal).containsExactly(first, second);
    }

    @Test
    void aNumberIsSealedOnce() {
        told(4);
        var first = first(2);
        trail().add(first);

        assertThat(trail().add(first(4))).isFalse();
        assertThat(trail().heads(1, 10)).containsExactly(first.head());
    }

    @Test
    void aWalkSeesEverySealAndEveryEvent() {
        told(3);
        trail().add(first(2));

        var seen = trail().walk((seals, events) -> {
            var numbers = new ArrayList<Long>();
            seals.forEachRemaining(stored -> numbers.add(-stored.seal().number()));
            events.forEachRemaining(event -> numbers.add(event.id()));
            return numbers;
        });

        assertThat(seen).containsExactly(-1L, 1L, 2L, 3L);
    }

    private void told(int events) {
        for (var i = 0; i < events; i++) events().add(Origin.COMMAND_LINE, SUCCESS, AuditEvent.ofList(AUDIT_TRAIL));
    }

    private Seal first(long upTo) {
        return Seal.after(null, trail().chain(), trail().events(0, upTo, 10), NOW);
    }

    private List<Long> ids(long after, long upTo, int limit) {
        return trail().events(after, upTo, limit).stream()
                .map(event -> event.id())
                .toList();
    }

    private List<StoredSeal> seals() {
        return trail().walk((seals, _) -> {
            var all = new ArrayList<StoredSeal>();
            seals.forEachRemaining(all::add);
            return all;
        });
    }
}
