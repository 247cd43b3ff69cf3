package org.chartroom.record.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chartroom.record.application.out.WordComparison;
import org.chartroom.record.application.out.WordComparisonContract;
import org.chartroom.record.domain.Segment.Change;
import org.junit.jupiter.api.Test;

class MyersWordComparisonTest extends WordComparisonContract {

    private final WordComparison comparison = new MyersWordComparison();

    @Override
    protected WordComparison comparison() {
        return comparison;
    }

    @Test
    void whatIsBetweenTwoChangesIsFoundToBeTheSame() {
        assertThat(comparison.compare("No fever, no cough, slept well.", "Fever, no cough, slept badly."))
                .extracting(segment -> segment.change() + " " + segment.text())
                .containsExactly(
                        "delete No fever",
                        "insert Fever",
                        "equal , no cough, slept ",
                        "delete well",
                        "insert badly",
                        "equal .");
    }

    @Test
    void longTextsWithManyChangesAreFoundToBeTheSameInBetween() {
        var former = numbers(2_000, 0);
        var latter = numbers(2_000, 1);

        assertThat(comparison.compare(former, latter))
                .filteredOn(segment -> segment.change() == Change.EQUAL)
                .hasSizeGreaterThan(900);
    }

    private static String numbers(int count, int added) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(i % 2 == 0 ? i : i * 10 + added))
                .collect(Collectors.joining(" "));
    }
}
