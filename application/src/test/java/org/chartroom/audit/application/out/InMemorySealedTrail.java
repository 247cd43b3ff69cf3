package org.chartroom.audit.application.out;

import java.time.Duration;
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

/** Every event is there as soon as its number is given out, so a mark has ended at once, unless it is told otherwise. */
public final class InMemorySealedTrail implements SealedTrail {

    private UUID chain = UUID.randomUUID();
    private final List<StoredSeal> seals = new ArrayList<>();
    private final InMemoryAuditEvents events;
    private Standing standing = Standing.ENDED;
    private Runnable meanwhile = () -> {};

    public InMemorySealedTrail(InMemoryAuditEvents events) {
        this.events = events;
    }

    /** What every mark says from now on. */
    public void stand(Standing next) {
        standing = next;
    }

    /** What happens once, just before a seal is added. */
    public void meanwhile(Runnable next) {
        meanwhile = next;
    }

    /** Puts an empty trail in the place of this one, as a reset does. */
    public void replace() {
        chain = UUID.randomUUID();
        seals.clear();
        events.stored.clear();
    }

    @Override
    public UUID chain() {
        return chain;
    }

    @Override
    public Mark mark() {
        return new Mark(chain, 0, events.stored.size(), 0);
    }

    @Override
    public Standing standing(Mark mark) {
        return mark.chain().equals(chain) ? standing : Standing.VOID;
    }

    @Override
    public Optional<SealHead> lastSeal() {
        return seals.reversed().stream().findFirst().map(last -> last.seal().head());
    }

    @Override
    public Duration unsealedFor() {
        return events(lastSeal().map(SealHead::lastEvent).orElse(0L), Long.MAX_VALUE, 1).stream()
                .map(event -> Duration.between(event.recordedAt(), Instant.now()))
                .findFirst()
                .orElse(Duration.ZERO);
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
        var once = meanwhile;
        meanwhile = () -> {};
        once.run();
        if (seal.number() <= seals.size()) return false;
        return seals.add(new StoredSeal(seal, seal.hash()));
    }

    @Override
    public List<SealHead> heads(long from, int limit) {
        return seals.stream()
                .filter(stored -> stored.seal().number() >= from)
                .limit(limit)
                .map(stored -> stored.seal().head())
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
