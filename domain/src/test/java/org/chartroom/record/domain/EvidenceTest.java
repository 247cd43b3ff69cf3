package org.chartroom.record.domain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.record.domain.RecordFixtures.TRANSCRIPT;
import static org.chartroom.record.domain.RecordFixtures.evidence;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.Violation;
import org.chartroom.kernel.Violations;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTest {

    /** What readers take for one character, of several code points each. */
    static final List<String> CHARACTERS = List.of(
            "e\u0301",
            "o\u0302\u0323",
            "👩‍⚕️",
            "👩🏽‍⚕️",
            "👨‍👩‍👧",
            "👍🏿",
            "🇬🇧",
            "2️⃣",
            "\r\n",
            "\u1112\u1161\u11ab",
            "각\u11a8",
            "नि",
            "க்",
            "\u0600\u0661");

    /** What transcripts are made of, and what goes wrong in them. */
    private static final List<String> PIECES = List.of(
            "a",
            "\u00e9",
            "e\u0301",
            " ",
            "\n",
            "\r\n",
            "\r",
            "[doctor] ",
            "頭痛",
            "🫀",
            "👩🏽‍⚕️",
            "🇬🇧",
            "🇫",
            "\u1112",
            "\u1161",
            "\u0301",
            "\u200d",
            "نبض");

    @Test
    void whatStandsThereIsEvidence() {
        assertThat(refused(evidence(TRANSCRIPT, "This cough, doctor. It won’t go away."), TRANSCRIPT))
                .isEmpty();
    }

    @Test
    void aWholeTranscriptMayBeQuoted() {
        assertThat(refused(evidence(TRANSCRIPT, TRANSCRIPT), TRANSCRIPT)).isEmpty();
    }

    @Test
    void offsetsCountCodePoints() {
        assertThat(refused(new Evidence(2, 6, "half"), "🫀🫀half")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1 |  4 | 'Good' | start: out-of-range
             9 |  9 | 'Good' | end: out-of-range
             9 |  8 | 'Good' | end: out-of-range
            -3 | -3 | ' '    | start: out-of-range, end: out-of-range, quote: blank
            """)
    void aSpanIsInOrderAndHoldsSomething(int start, int end, String quote, String refused) {
        assertThat(String.join(", ", Refused.fieldsOf(() -> new Evidence(start, end, quote))))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             9 | 13 | good  | evidence[0].quote: mismatch
             8 | 12 | Good  | evidence[0].quote: mismatch
            10 | 14 | Good  | evidence[0].quote: mismatch
             9 | 14 | Good  | evidence[0].quote: mismatch
             9 | 12 | Good  | evidence[0].quote: mismatch
             9 | 13 | Gооd  | evidence[0].quote: mismatch
            82 | 92 | go away.xx | evidence[0].end: out-of-range
            90 | 91 | x     | evidence[0].start: out-of-range, evidence[0].end: out-of-range
            """)
    void whatDoesNotStandThereToTheLetterIsNoEvidence(int start, int end, String quote, String refused) {
        assertThat(String.join(", ", refused(new Evidence(start, end, quote), TRANSCRIPT)))
                .isEqualTo(refused);
    }

    @Test
    void aQuoteOfAnotherTranscriptIsNoEvidence() {
        var other = TRANSCRIPT.replace("cough", "thumb");

        assertThat(refused(evidence(other, "This thumb"), TRANSCRIPT)).containsExactly("evidence[0].quote: mismatch");
    }

    @ParameterizedTest
    @CsvSource({"e\u0301, \u00e9", "\u00e9, e\u0301"})
    void lettersThatOnlyLookAlikeAreNotTheSame(String written, String quoted) {
        assertThat(refused(evidence(quoted, quoted), written + "xx")).contains("evidence[0].quote: mismatch");
    }

    @Test
    void aTranscriptThatIsNotThereHoldsNoEvidence() {
        assertThat(refused(new Evidence(0, 4, "Good"), ""))
                .containsExactly("evidence[0].start: out-of-range", "evidence[0].end: out-of-range");
    }

    @Test
    void everyPieceIsToldByItsPlace() {
        var wrong = new Violations();
        var good = evidence(TRANSCRIPT, "cough");
        Evidence.check(List.of(good, new Evidence(0, 3, "xyz"), good, new Evidence(0, 999, "x")), TRANSCRIPT, wrong);

        assertThat(Refused.fieldsOf(() -> refuse(wrong)))
                .containsExactly("evidence[1].quote: mismatch", "evidence[3].end: out-of-range");
    }

    @Test
    void aRefusalRepeatsNeitherTheQuoteNorTheTranscript() {
        var wrong = new Violations();
        var quotes = List.of(new Evidence(0, 8, "Gonzalez"), new Evidence(6, 7, "\u0301"), new Evidence(0, 99, "e"));
        Evidence.check(quotes, "Renate\u0301 Okafor", wrong);

        assertThat(Refused.violationsOf(() -> refuse(wrong)))
                .hasSize(3)
                .extracting(Violation::message)
                .allSatisfy(message -> assertThat(message).doesNotContain("Gonz", "Rena", "Okaf", "\u0301"));
    }

    @ParameterizedTest
    @FieldSource("CHARACTERS")
    void aCharacterIsQuotedWhole(String character) {
        var transcript = "x" + character + "y";

        assertThat(refused(evidence(transcript, "x" + character), transcript)).isEmpty();
        assertThat(refused(evidence(transcript, character + "y"), transcript)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("CHARACTERS")
    void aQuoteBeginsInsideNoCharacter(String character) {
        var transcript = "x" + character + "y";
        var points = transcript.codePoints().toArray();

        for (var start = 2; start < points.length - 1; start++) {
            var quote = new String(points, start, points.length - start);
            assertThat(refused(new Evidence(start, points.length, quote), transcript))
                    .containsExactly("evidence[0].start: inside-character");
        }
    }

    @ParameterizedTest
    @FieldSource("CHARACTERS")
    void aQuoteEndsInsideNoCharacter(String character) {
        var transcript = "x" + character + "y";
        var points = transcript.codePoints().toArray();

        for (var end = 2; end < points.length - 1; end++)
            assertThat(refused(new Evidence(0, end, new String(points, 0, end)), transcript))
                    .containsExactly("evidence[0].end: inside-character");
    }

    @Test
    void flagsAreToldFromEachOther() {
        var flags = "🇬🇧🇫🇷🇩🇪";

        assertThat(refused(new Evidence(2, 4, "🇫🇷"), flags)).isEmpty();
        assertThat(refused(evidence(flags, "🇧🇫"), flags))
                .containsExactly("evidence[0].start: inside-character", "evidence[0].end: inside-character");
    }

    @Test
    void accentsWithoutALetterAreOneCharacterWithWhatIsBeforeThem() {
        assertThat(refused(new Evidence(0, 1, "\u0301"), "\u0301x")).isEmpty();
        assertThat(refused(new Evidence(1, 2, "\u0301"), "]\u0301x"))
                .containsExactly("evidence[0].start: inside-character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83e", "\udec0", "x\ud83e", "\udec0x"})
    void halfOfASurrogatePairIsNoQuote(String quote) {
        assertThat(Refused.fieldsOf(() -> new Evidence(0, 1, quote))).containsExactly("quote: unstorable");
    }

    @RepeatedTest(200)
    void everySpanBetweenCharactersReadsAsItsQuoteAndNoOtherDoes(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var transcript = random.ints(60, 0, PIECES.size()).mapToObj(PIECES::get).collect(joining());
        var points = transcript.codePoints().toArray();
        var between = Pattern.compile("\\X")
                .matcher(transcript)
                .results()
                .map(MatchResult::end)
                .map(end -> transcript.codePointCount(0, end))
                .toList();

        for (var i = 0; i < 50; i++) {
            var start = random.nextInt(points.length);
            var end = start + 1 + random.nextInt(points.length - start);
            var quote = new String(points, start, end - start);
            if (Violations.isBlank(quote)) continue;
            var piece = new Evidence(start, end, quote);

            var refused = refused(piece, transcript);

            assertThat(refused.contains("evidence[0].start: inside-character"))
                    .isEqualTo(start > 0 && !between.contains(start));
            assertThat(refused.contains("evidence[0].end: inside-character")).isEqualTo(!between.contains(end));
            assertThat(refused).doesNotContain("evidence[0].quote: mismatch");
            assertThat(piece.standsIn(transcript)).isTrue();
            var shifted = "#" + transcript;
            assertThat(piece.standsIn(shifted))
                    .isEqualTo(shifted.startsWith(quote, shifted.offsetByCodePoints(0, start)));
        }
    }

    @Test
    void whatDoesNotStandInATranscriptIsTold() {
        var piece = new Evidence(2, 4, "cd");

        assertThat(piece.standsIn("abcdef")).isTrue();
        assertThat(piece.standsIn("abcd")).isTrue();
        assertThat(piece.standsIn("abc")).isFalse();
        assertThat(piece.standsIn("")).isFalse();
        assertThat(piece.standsIn("abxdef")).isFalse();
        assertThat(new Evidence(2, 5, "cd").standsIn("abcdef")).isFalse();
    }

    @Test
    void theLongestTranscriptIsSearchedAtOnce() {
        var transcript = "頭痛🫀e\u0301".repeat(100_000);
        var pieces = IntStream.range(0, 20)
                .mapToObj(i -> new Evidence(490_000, 492_000, "頭痛🫀e\u0301".repeat(400)))
                .toList();
        var wrong = new Violations();

        Evidence.check(pieces, transcript, wrong);

        assertThat(Refused.fieldsOf(() -> refuse(wrong))).isEmpty();
    }

    private static List<String> refused(Evidence piece, String transcript) {
        var wrong = new Violations();
        Evidence.check(List.of(piece), transcript, wrong);
        return Refused.fieldsOf(() -> refuse(wrong));
    }

    private static Violations refuse(Violations wrong) {
        wrong.refuse();
        return wrong;
    }
}
