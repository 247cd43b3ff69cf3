package org.chartroom.record.persistence;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chartroom.record.application.out.WordComparison;
import org.chartroom.record.domain.Segment;
import org.chartroom.record.domain.Segment.Change;
import org.springframework.stereotype.Component;

/**
 * By Myers's algorithm. Its time grows with the product of length and difference, so what two long texts have not in
 * common at their beginning or end is compared up to a bound, and beyond it told as replaced.
 */
@Component
class MyersWordComparison implements WordComparison {

    /** A word, a stretch of white space, or one other character. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    private static final int MOST_COMPARED = 10_000;

    @Override
    public List<Segment> compare(String former, String latter) {
        var before = tokens(former);
        var after = tokens(latter);
        var start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) start++;
        var end = 0;
        while (end < Math.min(before.size(), after.size()) - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) end++;

        var segments = new Segments();
        segments.equal(before.subList(0, start));
        middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end), segments);
        segments.equal(before.subList(before.size() - end, before.size()));
        return segments.all();
    }

    private static void middle(List<String> before, List<String> after, Segments segments) {
        var place = 0;
        if (before.size() + after.size() <= MOST_COMPARED) {
            for (var change : new MyersDiffWithLinearSpace<String>().computeDiff(before, after, null)) {
                segments.equal(before.subList(place, change.startOriginal));
                segments.replace(
                        before.subList(change.startOriginal, change.endOriginal),
                        after.subList(change.startRevised, change.endRevised));
                place = change.endOriginal;
            }
            segments.equal(before.subList(place, before.size()));
        } else {
            segments.replace(before, after);
        }
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Stretches as they are found; between two that are in both texts, what is gone comes before what is new. */
    private static final class Segments {

        private final List<Segment> all = new ArrayList<>();
        private final StringBuilder equal = new StringBuilder();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();

        private void equal(List<String> tokens) {
            if (tokens.isEmpty()) return;
            flush(Change.DELETE, deleted);
            flush(Change.INSERT, inserted);
            tokens.forEach(equal::append);
        }

        private void replace(List<String> before, List<String> after) {
            if (before.isEmpty() && after.isEmpty()) return;
            flush(Change.EQUAL, equal);
            before.forEach(deleted::append);
            after.forEach(inserted::append);
        }

        private List<Segment> all() {
            flush(Change.EQUAL, equal);
            flush(Change.DELETE, deleted);
            flush(Change.INSERT, inserted);
            return List.copyOf(all);
        }

        private void flush(Change change, StringBuilder text) {
            if (!text.isEmpty()) all.add(new Segment(change, text.toString()));
            text.setLength(0);
        }
    }
}
