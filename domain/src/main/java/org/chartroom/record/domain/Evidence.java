package org.chartroom.record.domain;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;

/**
 * Words of a transcript, and where in it they stand. Offsets count Unicode code points, as PostgreSQL's {@code substr}
 * does, not UTF-16 units as Java and JavaScript do.
 *
 * @param start of the first code point, from 0
 * @param end   behind the last code point, above {@code start}
 * @param quote what stands there, to the letter: at most 2,000 characters, never blank
 */
@Phi
public record Evidence(int start, int end, String quote) {

    /** Most characters of a quote. */
    static final int LONGEST = 2_000;

    public Evidence {
        var wrong = new Violations();
        if (start < 0) wrong.add("start", "out-of-range", "must be at least 0");
        if (end <= start) wrong.add("end", "out-of-range", "must be greater than start");
        wrong.text("quote", quote, LONGEST);
        wrong.refuse();
    }

    /** Whether the quote stands there in a transcript. */
    public boolean standsIn(String transcript) {
        return end <= transcript.codePointCount(0, transcript.length())
                && standsAt(transcript.offsetByCodePoints(0, start), transcript);
    }

    /**
     * Tells of each piece what is wrong with it as evidence from a transcript. It has to begin and end between what
     * readers take for characters, the extended grapheme clusters of Unicode Standard Annex 29: no quote tears an accent
     * from its letter, a syllable's parts, an emoji that is joined from several, or the two halves of a line end asunder.
     */
    static void check(List<Evidence> pieces, String transcript, Violations wrong) {
        var length = transcript.codePointCount(0, transcript.length());
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(transcript);
        for (var i = 0; i < pieces.size(); i++)
            pieces.get(i).check("evidence[" + i + "].", transcript, length, characters, wrong);
    }

    private void check(String path, String transcript, int length, BreakIterator characters, Violations wrong) {
        var within = "must lie within the transcript, which has " + length + " characters";
        if (start >= length) wrong.add(path + "start", "out-of-range", within);
        if (end > length) wrong.add(path + "end", "out-of-range", within);
        if (end > length) return;
        var from = transcript.offsetByCodePoints(0, start);
        var to = transcript.offsetByCodePoints(from, end - start);
        var between = "must lie between two characters, not inside one, as before an accent";
        if (!characters.isBoundary(from)) wrong.add(path + "start", "inside-character", between);
        if (!characters.isBoundary(to)) wrong.add(path + "end", "inside-character", between);
        if (!standsAt(from, transcript))
            wrong.add(path + "quote", "mismatch", "must be what stands there in the transcript, to the letter");
    }

    private boolean standsAt(int from, String transcript) {
        return quote.codePointCount(0, quote.length()) == end - start && transcript.startsWith(quote, from);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
