package org.chartroom.bootstrap.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waiting that an interrupt does not cut short, because it would leave a server half stopped; the thread stays marked as
 * interrupted. It uses no other thread: {@link ProcessHandle#onExit} needs one of the common pool, where all may be
 * waiting already.
 */
final class Waiting {
    private static final Duration STEP = Duration.ofMillis(10);

    private Waiting() {}

    /** Whether the condition came true within the limit. */
    static boolean until(BooleanSupplier condition, Duration limit) {
        long begin = System.nanoTime();
        boolean interrupted = false;
        boolean met = condition.getAsBoolean();
        while (!met && System.nanoTime() - begin < limit.toNanos()) {
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException later) {
                interrupted = true;
            }
            met = condition.getAsBoolean();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return met;
    }
}
