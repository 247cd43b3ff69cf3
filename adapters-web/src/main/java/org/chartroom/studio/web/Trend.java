package org.chartroom.studio.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * One or two figures over time, as a small plot: dots joined by a line, before a band that shows what is usual at the age of
 * each visit. What is unusual is told by its shape as well as by its colour.
 *
 * @param title  what was measured
 * @param unit   in which
 * @param series each in the order of time
 */
@Phi
record Trend(String title, String unit, List<List<Reading>> series) {

    private static final double WIDTH = 300;
    private static final double HEIGHT = 96;
    private static final double LEFT = 8;
    private static final double RIGHT = 10;
    private static final double EDGE = 10;
    private static final double ROOM = 0.12;

    /**
     * What was measured at a visit, and between which figures that is usual.
     *
     * @param part of what is measured in two parts: {@code systolic}; empty of everything else
     */
    @Phi
    record Reading(
            Instant at,
            String day,
            String part,
            BigDecimal figure,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {

        boolean isUnusual() {
            return (low != null && figure.compareTo(low) < 0) || (high != null && figure.compareTo(high) > 0);
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A reading in the plot. */
    @Phi
    record Dot(String x, String y, boolean unusual, String said) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    public boolean isEmpty() {
        return series.stream().allMatch(List::isEmpty);
    }

    /** The last figures. */
    public String last() {
        return series.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> each.getLast().figure().toPlainString())
                .collect(Collectors.joining(" / "));
    }

    public boolean lastUnusual() {
        return series.stream()
                .anyMatch(each -> !each.isEmpty() && each.getLast().isUnusual());
    }

    /** Of the last readings; empty where no source tells. */
    public String usual() {
        return series.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> range(each.getLast()))
                .filter(range -> !range.isEmpty())
                .collect(Collectors.joining(" / "));
    }

    private static String range(Reading reading) {
        if (reading.low() != null && reading.high() != null)
            return reading.low().toPlainString() + "–" + reading.high().toPlainString();
        if (reading.low() != null) return "≥ " + reading.low().toPlainString();
        return reading.high() == null ? "" : "≤ " + reading.high().toPlainString();
    }

    /** All of it in words. */
    public String said() {
        return title + ", " + unit + ". "
                + series.stream().flatMap(List::stream).map(Trend::said).collect(Collectors.joining("; "))
                + ".";
    }

    private static String said(Reading reading) {
        return (reading.part().isEmpty() ? "" : reading.part() + " ")
                + reading.figure().toPlainString() + " on " + reading.day() + (reading.isUnusual() ? ", unusual" : "");
    }

    public List<Dot> dots() {
        var scale = scale();
        return series.stream()
                .flatMap(List::stream)
                .map(reading ->
                        new Dot(scale.x(reading.at()), scale.y(reading.figure()), reading.isUnusual(), said(reading)))
                .toList();
    }

    public List<String> lines() {
        var scale = scale();
        return series.stream()
                .filter(each -> each.size() > 1)
                .map(each -> each.stream()
                        .map(reading -> scale.x(reading.at()) + "," + scale.y(reading.figure()))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** What is usual, as areas; a step where the age has moved it. */
    public List<String> bands() {
        var scale = scale();
        return series.stream()
                .map(readings -> band(readings, scale))
                .filter(band -> !band.isEmpty())
                .toList();
    }

    private static String band(List<Reading> readings, Scale scale) {
        var known = readings.stream()
                .filter(reading -> reading.low() != null || reading.high() != null)
                .toList();
        if (known.isEmpty()) return "";
        var upper = new ArrayList<String>();
        var lower = new ArrayList<String>();
        for (var i = 0; i < known.size(); i++) {
            var reading = known.get(i);
            var from = i == 0 ? text(0) : scale.x(reading.at());
            var to = i == known.size() - 1
                    ? text(WIDTH)
                    : scale.x(known.get(i + 1).at());
            var high = reading.high() == null ? text(0) : scale.y(reading.high());
            var low = reading.low() == null ? text(HEIGHT) : scale.y(reading.low());
            upper.add(from + "," + high);
            upper.add(to + "," + high);
            // the lower edge is walked back: the end of the step first
            lower.addFirst(from + "," + low);
            lower.addFirst(to + "," + low);
        }
        return Stream.concat(upper.stream(), lower.stream()).collect(Collectors.joining(" "));
    }

    private Scale scale() {
        var times = series.stream()
                .flatMap(List::stream)
                .mapToLong(reading -> reading.at().getEpochSecond())
                .summaryStatistics();
        var figures = series.stream()
                .flatMap(List::stream)
                .flatMap(reading -> Stream.of(reading.figure(), reading.low(), reading.high()))
                .flatMap(Stream::ofNullable)
                .mapToDouble(BigDecimal::doubleValue)
                .summaryStatistics();
        var room = Math.max(1, (figures.getMax() - figures.getMin()) * ROOM);
        return new Scale(times.getMin(), times.getMax(), figures.getMin() - room, figures.getMax() + room);
    }

    /** Where times, in seconds of the epoch, and figures stand in the plot. */
    @Phi
    private record Scale(long first, long last, double low, double high) {

        /** What stands alone stands at the end. */
        String x(Instant at) {
            var share = last == first ? 1 : (double) (at.getEpochSecond() - first) / (last - first);
            return text(LEFT + share * (WIDTH - LEFT - RIGHT));
        }

        String y(BigDecimal figure) {
            return text(EDGE / 2 + (high - figure.doubleValue()) / (high - low) * (HEIGHT - EDGE));
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    private static String text(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
