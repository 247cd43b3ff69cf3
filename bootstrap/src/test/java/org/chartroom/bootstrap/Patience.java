package org.chartroom.bootstrap;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long a test waits for what has to come about before it gives up: long enough for a machine on which a crash, a thousand
 * clients and a browser are tested at once. What has to happen within a time is asserted where it is measured.
 */
public final class Patience implements LauncherSessionListener {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(LIMIT);
        PlaywrightAssertions.setDefaultAssertionTimeout((double) LIMIT.toMillis());
    }
}
