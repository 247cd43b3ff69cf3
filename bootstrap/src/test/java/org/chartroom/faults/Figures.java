package org.chartroom.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * What was measured while something was broken: a line each, printed, and kept in {@code target/faults.tsv} of the module.
 * Tests assert what must hold on any machine; a time is a figure, with the bar that it is held against by {@code .ci/faults}.
 */
final class Figures {

    private static final Path FILE = Path.of("target", "faults.tsv");

    private Figures() {}

    /** How often a fault happens: a few times in each build, more often where {@code -Dchartroom.faults=whole} says so. */
    static int times(int inEachBuild, int whole) {
        return isWhole() ? whole : inEachBuild;
    }

    static boolean isWhole() {
        return System.getProperty("chartroom.faults", "").equals("whole");
    }

    static void tell(String fault, String figure) {
        line(fault, figure, "");
    }

    static void tell(String fault, String what, Duration measured, Duration bar) {
        line(
                fault,
                "%s %.1f s".formatted(what, measured.toMillis() / 1000.0),
                measured.compareTo(bar) <= 0 ? "held" : "MISSED, bar %.1f s".formatted(bar.toMillis() / 1000.0));
    }

    static void tell(String fault, String what, double measured, double atLeast) {
        line(
                fault,
                "%s %.0f %%".formatted(what, 100 * measured),
                measured >= atLeast ? "held" : "MISSED, bar %.0f %%".formatted(100 * atLeast));
    }

    private static synchronized void line(String fault, String figure, String verdict) {
        var line = String.format(Locale.ROOT, "%s\t%s\t%s", fault, figure, verdict);
        System.out.println("fault: " + line.replace("\t", " | "));
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
