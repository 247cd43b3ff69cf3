package org.chartroom.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.audit.Reference.Kind.AUDIT_TRAIL;
import static org.chartroom.audit.application.out.AuditEvents.SUCCESS;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.out.InMemoryAuditEvents;
import org.chartroom.audit.application.out.InMemorySealWitness;
import org.chartroom.audit.application.out.InMemorySealedTrail;
import org.chartroom.audit.application.out.SealedTrail.Standing;
import org.chartroom.audit.domain.Hash;
import org.chartroom.audit.domain.SealHead;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.audit.domain.Verdict;
import org.chartroom.audit.domain.Verdict.Breach;
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
        trail.stand(Standing.RUNNING);
        sealing.seal();
        sealing.seal();
        assertThat(trail.lastSeal()).isEmpty();

        trail.stand(Standing.ENDED);
        sealing.seal();

        assertThat(trail.lastSeal()).isPresent();
    }

    @Test
    void whatWasReachedWhileATransactionRanIsSealedAndNoMore() {
        told(2);
        sealing.seal();
        trail.stand(Standing.RUNNING);
        told(3);
        sealing.seal();

        trail.stand(Standing.ENDED);
        sealing.seal();

        assertThat(trail.lastSeal()).map(SealHead::lastEvent).contains(2L);
    }

    @Test
    void itIsBehindUntilAllIsSealed() {
        assertThat(sealing.lag()).isZero();
        told(2);
        sealing.seal();
        assertThat(sealing.lag()).isPositive();

        sealing.seal();

        assertThat(sealing.lag()).isZero();
    }

    @Test
    void aSealFollowsTheOneBefore() {
        told(2);
        sealing.seal();
        sealing.seal();
        told(2);
        sealing.seal();
        sealing.seal();

        assertThat(trail.heads(1, 10)).extracting(SealHead::firstEvent).containsExactly(1L, 3L);
        assertThat(review.verify()).isEqualTo(new Verdict(2, 4, 0, 2, null, null));
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

        assertThat(trail.heads(1, 10)).extracting(SealHead::lastEvent).containsExactly(10_000L, 20_000L, 25_000L);
        assertThat(review.verify().sealed()).isEqualTo(25_000);
    }

    @Test
    void everySealIsWrittenOutsideOnce() {
        told(1);
        for (var i = 0; i < 4; i++) {
            sealing.seal();
            told(1);
        }

        assertThat(witness.heads(trail.chain())).isEqualTo(trail.heads(1, 10));
        assertThat(trail.heads(1, 10)).hasSize(3);
    }

    @Test
    void whatAnotherNodeSealedIsWrittenHereToo() {
        var otherWitness = new InMemorySealWitness();
        var other = new SealingService(trail, otherWitness, Clock.fixed(NOW, ZoneOffset.UTC));
        told(2);
        other.seal();
        other.seal();

        assertThat(sealing.seal()).isTrue();

        assertThat(witness.heads(trail.chain())).isEqualTo(trail.heads(1, 10)).hasSize(1);
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
    void theSealOfANodeThatIsFasterIsGoneOnFrom() {
        var faster = node();
        told(1);
        faster.seal();
        told(10_000);
        sealing.seal();
        trail.meanwhile(faster::seal);

        sealing.seal();
        sealing.seal();

        assertThat(review.verify()).isEqualTo(new Verdict(2, 10_001, 0, 2, null, null));
    }

    @Test
    void aFileThatDoesNotFitTheDatabaseIsLeftAsItIs() {
        witness.append(trail.chain(), List.of(new SealHead(1, 1, 1, NOW, Hash.of("another"))));
        told(1);
        sealing.seal();

        assertThat(sealing.seal()).isFalse();

        assertThat(trail.lastSeal()).as("sealed all the same").isPresent();
        assertThat(witness.heads(trail.chain())).hasSize(1);
    }

    @Test
    void aTrailThatStandsInAnothersPlaceIsNotVouchedFor() {
        told(1);
        sealing.seal();
        sealing.seal();
        trail.replace();
        told(1);

        for (var i = 0; i < 3; i++) assertThat(sealing.seal()).isFalse();

        assertThat(trail.lastSeal()).as("sealed all the same").isPresent();
        assertThat(witness.heads(trail.chain())).isEmpty();
        assertThat(review.verify())
                .returns(1L, Verdict::event)
                .returns(Breach.REPLACED, Verdict::breach)
                .returns(false, Verdict::isSound);
    }

    @Test
    void aTrailThatWasVouchedForIsGoneOnWithWhateverElseIsThere() {
        told(1);
        sealing.seal();
        sealing.seal();
        witness.append(UUID.randomUUID(), List.of(new SealHead(1, 1, 1, NOW, Hash.of("another"))));

        assertThat(sealing.seal()).isTrue();
    }

    @Test
    void aTrailThatBeganAnewByRightIsVouchedFor() {
        told(1);
        sealing.seal();
        sealing.seal();
        trail.replace();

        review.begin();
        told(1);
        for (var i = 0; i < 3; i++) assertThat(sealing.seal()).isTrue();

        assertThat(review.verify()).isEqualTo(new Verdict(1, 1, 0, 1, null, null));
    }

    @Test
    void howFarAnotherTrailHadGotSaysNothingOfThisOne() {
        told(5);
        sealing.seal();
        trail.replace();
        told(3);

        sealing.seal();

        assertThat(trail.lastSeal()).isEmpty();
    }

    @Test
    void afterTheServerMayHaveCrashedTheMarkIsSetAnew() {
        told(2);
        sealing.seal();
        trail.stand(Standing.VOID);
        sealing.seal();
        assertThat(trail.lastSeal()).isEmpty();

        trail.stand(Standing.ENDED);
        sealing.seal();

        assertThat(trail.lastSeal()).isPresent();
    }

    @Test
    void aFileThatStoppedLongAgoVouchesNoMore() {
        for (var i = 0; i < 22; i++) {
            told(1);
            sealing.seal();
            if (i == 1) assertThat(review.verify().vouched()).isEqualTo(1);
        }
        var stopped = new InMemorySealWitness();
        stopped.append(trail.chain(), trail.heads(1, 1));

        var verdict = new AuditReviewService(trail, stopped, events).verify();

        assertThat(verdict).isEqualTo(new Verdict(21, 21, 1, 1, null, null));
        assertThat(verdict.isSound()).isTrue();
        told(1);
        sealing.seal();
        assertThat(new AuditReviewService(trail, stopped, events).verify().isSound())
                .isFalse();
    }

    @Test
    void aNewFileTakesAllThatWasSealed() {
        for (var i = 0; i < 1_500; i++) {
            told(1);
            sealing.seal();
        }
        var fresh = new InMemorySealWitness();

        new SealingService(trail, fresh, Clock.fixed(NOW, ZoneOffset.UTC)).seal();

        assertThat(fresh.heads(trail.chain())).isEqualTo(trail.heads(1, 2_000)).hasSize(1_499);
    }

    @Test
    void withoutAnythingOutsideNothingVouchesForTheSeals() {
        told(1);
        sealing.seal();
        sealing.seal();

        var verdict = new AuditReviewService(trail, new InMemorySealWitness(), events).verify();

        assertThat(verdict.event()).isNull();
        assertThat(verdict.vouched()).isZero();
        assertThat(verdict.isSound()).isFalse();
    }

    @Test
    void anExportIsItselfInTheTrail() {
        told(2);
        var exported = new ArrayList<StoredEvent>();

        review.export(Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"), exported::add);

        assertThat(exported).extracting(StoredEvent::action).containsExactly("read", "read", "read");
        assertThat(exported.getLast().kind()).isEqualTo("audit_trail");
    }

    private SealingService node() {
        return new SealingService(trail, witness, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void told(int count) {
        for (var i = 0; i < count; i++)
            events.add(
                    Origin.COMMAND_LINE, SUCCESS, new AuditEvent(Action.READ, new Reference(AUDIT_TRAIL, null), null));
    }
}
