package org.chartroom.audit.application.out;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.chartroom.audit.domain.Seal;
import org.chartroom.audit.domain.SealHead;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.audit.domain.StoredSeal;

/** Every event is there as soon as its number is given out, so every mark is settled, unless it is told otherwise. */
public final class InMemorySealedTrail implements SealedTrail {

    private final UUID chain = UUID.randomUUID();
    private final List<StoredSeal> seals = new ArrayList<>();
    private final InMemoryAuditEvents events;
    private boolean settled = true;

    public InMemorySealedTrail(InMemoryAuditEvents events) {
        this.events = events;
    }

    /** Whether transactions end. */
    public void settle(boolean ended) {
        settled = ended;
    }

    @Override
    public UUID chain() {
        return chain;
    }

    @Override
    public Mark mark() {
        return new Mark(events.stored.size(), 0);
    }

    @Override
    public boolean isSettled(Mark mark) {
        return settled;
    }

    @Override
    public Optional<SealHead> lastSeal() {
        return heads(0).reversed().stream().findFirst();
    }

    @Override
    public List<StoredEvent> events(long after, long upTo, int limit) {
        return events.stored.stream()
                .filter(event -> event.id() > after && event.id() <= upTo)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean add(Seal seal) {
        if (seal.number() <= seals.size()) return false;
        return seals.add(new StoredSeal(seal, seal.hash()));
    }

    @Override
    public List<SealHead> heads(long from) {
        return seals.stream()
                .map(stored -> stored.seal().head())
                .filter(head -> head.number() >= from)
                .toList();
    }

    @Override
    public <T> T walk(BiFunction<Iterator<StoredSeal>, Iterator<StoredEvent>, T> walk) {
        return walk.apply(
                List.copyOf(seals).iterator(), List.copyOf(events.stored).iterator());
    }

    @Override
    public void export(Instant from, Instant to, Consumer<StoredEvent> each) {
        events.stored.stream()
                .filter(event ->
                        !event.recordedAt().isBefore(from) && event.recordedAt().isBefore(to))
                .forEach(each);
    }
}
