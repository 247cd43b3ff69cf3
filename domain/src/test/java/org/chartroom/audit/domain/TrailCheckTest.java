package org.chartroom.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.audit.domain.AuditFixtures.MORNING;
import static org.chartroom.audit.domain.AuditFixtures.event;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.chartroom.audit.domain.Verdict.Breach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers 1 to 12, of which 4 and 8 were never used, in three seals; 13 and 14 are not sealed yet. */
class TrailCheckTest {

    private static final UUID CHAIN = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final List<StoredEvent> events = new ArrayList<>(LongStream.rangeClosed(1, 14)
            .filter(id -> id != 4 && id != 8)
            .mapToObj(AuditFixtures::event)
            .toList());
    private final List<StoredSeal> seals = chain(events, CHAIN, 5, 9, 12);
    private final List<SealHead> witnesses = heads(seals);

    @Test
    void aTrailThatNobodyTouchedIsSound() {
        assertThat(check()).isEqualTo(new Verdict(3, 10, 2, 3, null, null));
        assertThat(check().isSound()).isTrue();
    }

    @Test
    void anEmptyTrailIsSound() {
        assertThat(TrailCheck.of(CHAIN, nothing(), nothing(), nothing()).isSound())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 6, 9, 12})
    void anEventThatWasChangedIsNamed(long id) {
        replace(id, bare(id));

        assertBroken(id, Breach.EVENT_CHANGED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 7, 12})
    void anEventThatWasDeletedIsNamed(long id) {
        events.removeIf(event -> event.id() == id);

        assertBroken(id, Breach.EVENT_DELETED);
    }

    @Test
    void everyEventThatWasDeletedAtTheEndIsMissed() {
        events.removeIf(event -> event.id() >= 11);

        assertBroken(11, Breach.EVENT_DELETED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 8})
    void anEventThatWasInsertedIsNamed(long id) {
        events.add(event(id));
        events.sort((one, other) -> Long.compare(one.id(), other.id()));

        assertBroken(id, Breach.EVENT_INSERTED);
    }

    @Test
    void eventsThatChangedPlacesAreFoundAtTheFirst() {
        var two = events.get(1);
        var three = events.get(2);
        events.set(1, numbered(three, 2));
        events.set(2, numbered(two, 3));

        assertBroken(2, Breach.EVENT_CHANGED);
    }

    @Test
    void aSealThatWasDeletedIsMissed() {
        seals.remove(1);

        assertBroken(6, Breach.SEAL_DELETED);
    }

    @Test
    void theLastSealsAreMissedBecauseTheFileKnowsThem() {
        seals.removeLast();
        events.removeIf(event -> event.id() > 9);

        assertBroken(10, Breach.SEAL_DELETED);
    }

    @Test
    void allSealsAreMissedBecauseTheFileKnowsThem() {
        seals.clear();
        events.clear();

        assertBroken(1, Breach.SEAL_DELETED);
    }

    @Test
    void anEventThatWasChangedTogetherWithItsSealIsFoundByTheHashBesideIt() {
        replace(7, bare(7));
        var forged = chain(events, CHAIN, 5, 9, 12).get(1).seal();
        seals.set(1, new StoredSeal(forged, seals.get(1).hash()));

        assertBroken(6, Breach.SEAL_CHANGED);
    }

    @Test
    void anEventThatWasChangedTogetherWithItsSealAndItsHashIsFoundByTheFile() {
        replace(7, bare(7));
        seals.set(1, chain(events, CHAIN, 5, 9, 12).get(1));

        assertBroken(6, Breach.REWRITTEN);
    }

    @Test
    void withoutTheFileItIsFoundByTheSealBehind() {
        replace(7, bare(7));
        seals.set(1, chain(events, CHAIN, 5, 9, 12).get(1));
        witnesses.clear();

        assertBroken(6, Breach.SEAL_CHANGED);
    }

    @Test
    void aChainThatWasRewrittenAsAWholeIsFoundByTheFile() {
        replace(2, bare(2));
        seals.clear();
        seals.addAll(chain(events, CHAIN, 5, 9, 12));

        assertBroken(1, Breach.REWRITTEN);
    }

    @Test
    void aChainThatWasRewrittenAsAWholeIsNotVouchedForWithoutTheFile() {
        replace(2, bare(2));
        seals.clear();
        seals.addAll(chain(events, CHAIN, 5, 9, 12));
        witnesses.clear();

        assertThat(check().event()).isNull();
        assertThat(check().isSound()).isFalse();
    }

    @Test
    void aChainThatBeginsElsewhereIsNotThisOne() {
        seals.clear();
        seals.addAll(chain(events, UUID.randomUUID(), 5, 9, 12));

        assertBroken(1, Breach.SEAL_CHANGED);
    }

    @Test
    void aSealIsTheChangedOneWhereTheFileVouchesForTheOneBefore() {
        var second = seals.get(1).seal();
        var elsewhere = new Seal(2, 6, 9, second.events(), second.sealedAt(), Hash.of("another"));
        seals.set(1, new StoredSeal(elsewhere, elsewhere.hash()));

        assertBroken(6, Breach.SEAL_CHANGED);
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 14})
    void aSealCoversNoMoreThanItHolds(long last) {
        var third = seals.get(2).seal();
        var further = new Seal(3, 10, last, third.events(), third.sealedAt(), third.previous());
        seals.set(2, new StoredSeal(further, further.hash()));
        witnesses.clear();

        assertBroken(13, Breach.EVENT_INSERTED);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 0, false", "1, 1, true", "21, 1, true", "22, 1, false", "40, 21, true"})
    void theFileMayBeTwentySealsBehind(long all, long vouched, boolean sound) {
        assertThat(new Verdict(all, all, 0, vouched, null, null).isSound()).isEqualTo(sound);
    }

    @Test
    void sealsThatChangedPlacesAreFound() {
        var second = seals.get(1);
        seals.set(1, seals.get(2));
        seals.set(2, second);

        assertBroken(6, Breach.SEAL_DELETED);
    }

    @Test
    void aSealThatLeavesAGapIsChanged() {
        var second = seals.get(1).seal();
        var gap = new Seal(2, 7, 9, second.events(), second.sealedAt(), second.previous());
        seals.set(1, new StoredSeal(gap, gap.hash()));

        assertBroken(6, Breach.SEAL_CHANGED);
    }

    @Test
    void aFileThatIsASealBehindVouchesAllTheSame() {
        witnesses.removeLast();

        assertThat(check().isSound()).isTrue();
        assertThat(check().vouched()).isEqualTo(2);
    }

    @Test
    void whatTwoNodesWroteTwiceIsStillThere() {
        witnesses.add(witnesses.getLast());
        assertThat(check().isSound()).isTrue();

        witnesses.add(new SealHead(3, 10, 12, MORNING, Hash.of("another")));
        assertBroken(10, Breach.REWRITTEN);
    }

    @Test
    void aFileThatBeganLaterVouchesForWhatCameBefore() {
        witnesses.removeFirst();
        assertThat(check().isSound()).isTrue();

        replace(2, bare(2));
        seals.clear();
        seals.addAll(chain(events, CHAIN, 5, 9, 12));

        assertBroken(6, Breach.REWRITTEN);
    }

    @Test
    void whenThereAreFewerSealsThanTheFileBeginsWithTheyAreMissed() {
        witnesses.subList(0, 2).clear();
        seals.subList(1, 3).clear();

        assertBroken(6, Breach.SEAL_DELETED);
    }

    private Verdict check() {
        return TrailCheck.of(CHAIN, witnesses.iterator(), seals.iterator(), events.iterator());
    }

    private void assertBroken(long event, Breach breach) {
        assertThat(check().isSound()).isFalse();
        assertThat(check()).returns(event, Verdict::event).returns(breach, Verdict::breach);
    }

    private void replace(long id, StoredEvent changed) {
        events.replaceAll(event -> event.id() == id ? changed : event);
    }

    private static StoredEvent bare(long id) {
        return AuditFixtures.bareEvent(id);
    }

    private static StoredEvent numbered(StoredEvent event, long id) {
        return new StoredEvent(
                id,
                event.recordedAt(),
                event.action(),
                event.kind(),
                event.objectId(),
                event.patientId(),
                event.providerId(),
                event.sessionId(),
                event.requestId(),
                event.address(),
                event.outcome());
    }

    private static List<StoredSeal> chain(List<StoredEvent> events, UUID chain, long... ends) {
        var seals = new ArrayList<StoredSeal>();
        for (var end : ends) {
            var previous = seals.isEmpty() ? null : seals.getLast().seal().head();
            var after = previous == null ? 0 : previous.lastEvent();
            var covered = events.stream()
                    .filter(event -> event.id() > after && event.id() <= end)
                    .toList();
            var seal = Seal.after(previous, chain, covered, MORNING);
            seals.add(new StoredSeal(seal, seal.hash()));
        }
        return seals;
    }

    private static List<SealHead> heads(List<StoredSeal> seals) {
        return new ArrayList<>(
                seals.stream().map(stored -> stored.seal().head()).toList());
    }

    private static <T> Iterator<T> nothing() {
        return List.<T>of().iterator();
    }
}
