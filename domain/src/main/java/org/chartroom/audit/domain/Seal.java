package org.chartroom.audit.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the trail, closed: which events it holds, what each was, and the hash of the seal before it. Whoever
 * changes an event has to change its seal, and then every seal after it.
 *
 * @param number     1, 2, 3, …
 * @param firstEvent the first number that it covers: one more than the last of the seal before
 * @param lastEvent  the last number that it covers: its last event's; whoever could have used a lower one has ended
 * @param events     in the order of their numbers, which have gaps
 * @param sealedAt   UTC, whole microseconds
 * @param previous   the hash of the seal before; of the first, {@link #beginningOf} its chain
 */
public record Seal(
        long number, long firstEvent, long lastEvent, List<SealedEvent> events, Instant sealedAt, Hash previous) {

    public Seal {
        events = List.copyOf(events);
        sealedAt = sealedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The seal that follows, over one event or more. */
    public static Seal after(@Nullable SealHead previous, UUID chain, List<StoredEvent> events, Instant now) {
        return new Seal(
                previous == null ? 1 : previous.number() + 1,
                previous == null ? 1 : previous.lastEvent() + 1,
                events.getLast().id(),
                events.stream()
                        .map(event -> new SealedEvent(event.id(), event.digest()))
                        .toList(),
                now,
                previous == null ? beginningOf(chain) : previous.hash());
    }

    /** What stands in the place of a seal before the first. */
    public static Hash beginningOf(UUID chain) {
        return Hash.of(chain.toString());
    }

    /** Over everything that the seal says, in one line: its components with tabs between, each event as number and digest. */
    public Hash hash() {
        var text = new StringBuilder()
                .append(number)
                .append('\t')
                .append(firstEvent)
                .append('\t')
                .append(lastEvent)
                .append('\t')
                .append(sealedAt)
                .append('\t')
                .append(previous);
        for (var event : events)
            text.append('\t').append(event.id()).append(' ').append(event.digest());
        return Hash.of(text.toString());
    }

    public SealHead head() {
        return new SealHead(number, firstEvent, lastEvent, sealedAt, hash());
    }
}
