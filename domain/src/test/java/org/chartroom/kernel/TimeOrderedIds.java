package org.chartroom.kernel;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ids as production makes them: UUID version 7, each greater than the one before, random where time leaves room. */
public final class TimeOrderedIds implements IdGenerator {

    private static final AtomicLong TICKS = new AtomicLong(System.currentTimeMillis() << 12);

    @Override
    public UUID next() {
        return nextId();
    }

    public static UUID nextId() {
        var tick = TICKS.incrementAndGet();
        var timeAndVersion = (tick >>> 12 << 16) | 0x7000 | (tick & 0xfff);
        var variantAndRandom =
                0x8000_0000_0000_0000L | (ThreadLocalRandom.current().nextLong() >>> 2);
        return new UUID(timeAndVersion, variantAndRandom);
    }
}
