package org.chartroom.faults;

import java.time.Duration;

/** Time that passes while something is broken; where something is waited for, wait for that. */
final class Pause {

    private Pause() {}

    static void of(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
