package org.chartroom.bootstrap.embedded;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * How the files of the write-ahead log are named: by timeline and number.
 *
 * @param size of a segment in bytes, as the server says: homes of another age have others
 */
record WalSegments(int timeline, long size) {
    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}(\\.partial|\\.[0-9A-F]{8}\\.backup)?");

    private static final int TIMELINE_DIGITS = 8;

    /** The segments that hold what was written between two positions, such as {@code 0/1A000028}. */
    List<String> between(String start, String stop) {
        return LongStream.rangeClosed(position(start) / size, (position(stop) - 1) / size)
                .mapToObj(this::name)
                .toList();
    }

    String first(String start) {
        return name(position(start) / size);
    }

    String history() {
        return history(timeline);
    }

    static String history(int timeline) {
        return "%08X.history".formatted(timeline);
    }

    /**
     * Whether a file of an archive is a segment before another one. As pg_archivecleanup has it, the timeline does not
     * count: what another timeline wrote at the same time may be needed on the way to this one.
     */
    static boolean isBefore(String file, String segment) {
        return NAME.matcher(file).matches()
                && file.substring(TIMELINE_DIGITS, segment.length()).compareTo(segment.substring(TIMELINE_DIGITS)) < 0;
    }

    private String name(long number) {
        long perFile = (1L << 32) / size;
        return "%08X%08X%08X".formatted(timeline, number / perFile, number % perFile);
    }

    private static long position(String lsn) {
        int slash = lsn.indexOf('/');
        return (Long.parseLong(lsn.substring(0, slash), 16) << 32) + Long.parseLong(lsn.substring(slash + 1), 16);
    }
}
