package org.chartroom.record.application.out;

import java.util.List;
import java.util.stream.Stream;
import org.chartroom.record.domain.Segment;
import org.chartroom.record.domain.Segment.Change;

/** Compares words from both ends, and tells whatever is between as replaced. */
public final class InMemoryWordComparison implements WordComparison {

    @Override
    public List<Segment> compare(String former, String latter) {
        var before = List.of(former.split("\\b"));
        var after = List.of(latter.split("\\b"));
        var shorter = Math.min(before.size(), after.size());
        var start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) start++;
        var end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end)))
            end++;
        return Stream.of(
                        new Segment(Change.EQUAL, text(before.subList(0, start))),
                        new Segment(Change.DELETE, text(before.subList(start, before.size() - end))),
                        new Segment(Change.INSERT, text(after.subList(start, after.size() - end))),
                        new Segment(Change.EQUAL, text(before.subList(before.size() - end, before.size()))))
                .filter(segment -> !segment.text().isEmpty())
                .toList();
    }

    private static String text(List<String> words) {
        return String.join("", words);
    }
}
