package org.chartroom.audit.application.out;

import java.time.Duration;
import java.time.Instant;
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

/** The whole trail and its seals, as an account sees them that can add a seal and nothing else. */
public interface SealedTrail {

    /** The identity of this database's trail. */
    UUID chain();

    /** How far the trail has got at this moment. */
    Mark mark();

    /** What has become since of the transactions of the moment of the mark. */
    Standing standing(Mark mark);

    Optional<SealHead> lastSeal();

    /** For how long, by the clock of the trail, the first event behind the last seal has been there; zero when there is none. */
    Duration unsealedFor();

    /** The events of the numbers above {@code after}, up to {@code upTo}, in their order, at most {@code limit}. */
    List<StoredEvent> events(long after, long upTo, int limit);

    /**
     * Adds the next seal; lasting when this returns.
     *
     * @return false when there is one of that number already
     */
    boolean add(Seal seal);

    /** The seals from a number on, in their order, at most {@code limit}. */
    List<SealHead> heads(long from, int limit);

    /** Reads all seals and all events, each in the order of their numbers, as they are at one moment. */
    <T> T walk(BiFunction<Iterator<StoredSeal>, Iterator<StoredEvent>, T> walk);

    /** Reads the events from one instant up to another, in the order of their numbers. */
    void export(Instant from, Instant to, Consumer<StoredEvent> each);

    /**
     * How far the trail had got.
     *
     * @param chain       whose
     * @param connection  which connection found it; its end may be the end of a server that forgets
     * @param lastEvent   the last number that was given out
     * @param transaction every transaction that was given one of these numbers comes before this one
     */
    record Mark(UUID chain, long connection, long lastEvent, long transaction) {}

    /** What a mark says now. */
    enum Standing {
        /** A transaction of that moment runs still, and may bring an event of a lower number than the mark's. */
        RUNNING,
        /** All have ended: what has not come up to the mark's number never will. */
        ENDED,
        /** Nothing: the trail is another one, or the server may have crashed since, and gives numbers out again. */
        VOID
    }
}
