package org.chartroom.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.audit.Reference.Kind.AUDIT_TRAIL;
import static org.chartroom.audit.application.out.AuditEvents.SUCCESS;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.out.InMemoryAuditEvents;
import org.chartroom.audit.application.out.InMemorySealWitness;
import org.chartroom.audit.application.out.InMemorySealedTrail;
import org.chartroom.audit.domain.SealHead;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.audit.domain.Verdict;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.junit.jupiter.api.Test;

class SealingServiceTest {

    private static final Instant NOW = Instant.parse("2030-03-04T08:00:00Z");

    private final InMemoryAuditEvents events = new InMemoryAuditEvents(new InMemoryProviders(), (_, _) -> false);
    private final InMemorySealedTrail trail = new InMemorySealedTrail(events);
    private final InMemorySealWitness witness = new InMemorySealWitness();
    private final SealingService sealing = node();
    private final AuditReviewService review = new AuditReviewService(trail, witness, events);

    @Test
    void whatHappenedBeforeTheLastCallIsSealed() {
        told(2);
        sealing.seal();
        told(3);

        sealing.seal();

        assertThat(trail.lastSeal()).hasValueSatisfying(seal -> {
            assertThat(seal.number()).isEqualTo(1);
            assertThat(seal.firstEvent()).isEqualTo(1);
            assertThat(seal.lastEvent()).isEqualTo(2);
            assertThat(seal.sealedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void nothingIsSealedAsLongAsATransactionOfThatMomentRuns() {
        told(2);
        sealing.seal();
        trail.settle(false);
        sealing.seal();
        sealing.seal();
        assertThat(trail.lastSeal()).isEmpty();

        trail.settle(true);
        sealing.seal();

        assertThat(trail.lastSeal()).isPresent();
    }

    @Test
    void aSealFollowsTheOneBefore() {
        told(2);
        sealing.seal();
        sealing.seal();
        told(2);
        sealing.seal();
        sealing.seal();

        assertThat(trail.heads(1)).extracting(SealHead::firstEvent).containsExactly(1L, 3L);
        assertThat(review.verify()).isEqualTo(new Verdict(2, 4, 0, true, null, null));
    }

    @Test
    void whereNothingHappenedNothingIsSealed() {
        for (var i = 0; i < 5; i++) sealing.seal();

        assertThat(trail.lastSeal()).isEmpty();
        assertThat(review.verify().isSound()).isTrue();
    }

    @Test
    void manyEventsAreSealedInSeveralSeals() {
        told(25_000);
        sealing.seal();
        sealing.seal();

        assertThat(trail.heads(1)).extracting(SealHead::lastEvent).containsExactly(10_000L, 20_000L, 25_000L);
        assertThat(review.verify().sealed()).isEqualTo(25_000);
    }

    @Test
    void everySealIsWrittenOutsideOnce() {
        told(1);
        for (var i = 0; i < 4; i++) {
            sealing.seal();
            told(1);
        }

        assertThat(witness.heads(trail.chain())).isEqualTo(trail.heads(1));
        assertThat(trail.heads(1)).hasSize(3);
    }

    @Test
    void whatAnotherNodeSealedIsWrittenHereToo() {
        var otherWitness = new InMemorySealWitness();
        var other = new SealingService(trail, otherWitness, Clock.fixed(NOW, ZoneOffset.UTC));
        told(2);
        other.seal();
        other.seal();

        assertThat(sealing.seal()).isTrue();

        assertThat(witness.heads(trail.chain())).isEqualTo(trail.heads(1)).hasSize(1);
    }

    @Test
    void twoNodesSealOneTrail() {
        var other = node();
        for (var i = 0; i < 10; i++) {
            told(3);
            assertThat(sealing.seal()).isTrue();
            assertThat(other.seal()).isTrue();
        }

        assertThat(review.verify().isSound()).isTrue();
        assertThat(review.verify().unsealed()).isLessThanOrEqualTo(3);
    }

    @Test
    void aFileThatDoesNotFitTheDatabaseIsLeftAsItIs() {
        told(1);
        sealing.seal();
        sealing.seal();
        var foreign = new InMemorySealedTrail(events);
        var elsewhere = new SealingService(foreign, witness, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThat(elsewhere.seal()).isFalse();
        elsewhere.seal();

        assertThat(foreign.lastSeal()).as("sealed all the same").isPresent();
        assertThat(witness.heads(foreign.chain())).isEqualTo(trail.heads(1));
    }

    @Test
    void withoutAnythingOutsideNothingVouchesForTheSeals() {
        told(1);
        sealing.seal();
        sealing.seal();

        var verdict = new AuditReviewService(trail, new InMemorySealWitness(), events).verify();

        assertThat(verdict.event()).isNull();
        assertThat(verdict.witnessed()).isFalse();
        assertThat(verdict.isSound()).isFalse();
    }

    @Test
    void anExportIsItselfInTheTrail() {
        told(2);
        var exported = new ArrayList<StoredEvent>();

        review.export(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"), exported::add);

        assertThat(exported).extracting(StoredEvent::action).containsExactly("execute", "execute", "read");
        assertThat(exported.getLast().kind()).isEqualTo("audit_trail");
    }

    private SealingService node() {
        return new SealingService(trail, witness, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void told(int count) {
        for (var i = 0; i < count; i++)
            events.add(
                    Origin.COMMAND_LINE,
                    SUCCESS,
                    new AuditEvent(Action.EXECUTE, new Reference(AUDIT_TRAIL, null), null));
    }
}
