package org.chartroom.record.application.out;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.record.domain.Segment.Change.DELETE;
import static org.chartroom.record.domain.Segment.Change.EQUAL;
import static org.chartroom.record.domain.Segment.Change.INSERT;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.chartroom.record.domain.Segment;
import org.chartroom.record.domain.Segment.Change;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link WordComparison} must tell. */
public abstract class WordComparisonContract {

    private static final List<String> WORDS =
            List.of("cough", "fever", "since", " ", " ", "\n", ".", "don’t", "ä\u0308", "שלום", "🫀", "0,5", "");

    protected abstract WordComparison comparison();

    @Test
    void whatIsTheSameIsOneStretch() {
        assertThat(comparison().compare("No fever.", "No fever.")).containsExactly(new Segment(EQUAL, "No fever."));
    }

    @Test
    void twoEmptyTextsHaveNoStretch() {
        assertThat(comparison().compare("", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''          | 'Rest.'
            'Rest.'     | ''
            """)
    void whatHasNothingInCommonIsReplaced(String former, String latter) {
        assertThat(comparison().compare(former, latter))
                .containsExactly(former.isEmpty() ? new Segment(INSERT, latter) : new Segment(DELETE, former));
    }

    @Test
    void aWordIsReplacedWhole() {
        assertThat(comparison().compare("Fever since Friday.", "Fever since Monday."))
                .containsExactly(
                        new Segment(EQUAL, "Fever since "),
                        new Segment(DELETE, "Friday"),
                        new Segment(INSERT, "Monday"),
                        new Segment(EQUAL, "."));
    }

    @RepeatedTest(200)
    void theStretchesMakeUpBothTexts(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var former = text(random, 40);
        var latter = random.nextBoolean() ? text(random, 40) : former + text(random, 5);

        assertMadeUpOf(former, latter);
    }

    @Test
    void theLongestTextsThatShareNothingAreComparedToo() {
        assertMadeUpOf("a ".repeat(250_000), "b,".repeat(250_000));
    }

    private void assertMadeUpOf(String former, String latter) {
        var segments = comparison().compare(former, latter);

        assertThat(without(segments, INSERT)).isEqualTo(former);
        assertThat(without(segments, DELETE)).isEqualTo(latter);
        assertThat(segments).allSatisfy(segment -> assertThat(segment.text()).isNotEmpty());
        for (var i = 1; i < segments.size(); i++)
            assertThat(segments.get(i).change())
                    .isNotEqualTo(segments.get(i - 1).change());
    }

    private static String without(List<Segment> segments, Change change) {
        return segments.stream()
                .filter(segment -> segment.change() != change)
                .map(Segment::text)
                .collect(joining());
    }

    private static String text(Random random, int words) {
        return random.ints(random.nextInt(words + 1), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining());
    }
}
