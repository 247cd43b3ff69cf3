package org.chartroom.record.domain;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal rests on.
 *
 * @param transcriptSha256   of the transcript that the evidence is from, in UTF-8, as 64 hexadecimal digits in lower case;
 *                           the record may have another one by now
 * @param evidence           1 to 20 pieces
 * @param valueNotInEvidence that a value was proposed which follows from no quote. A hint to look twice, and no refusal:
 *                           {@link #in} says what is looked at
 */
@Phi
public record Grounds(String transcriptSha256, List<Evidence> evidence, boolean valueNotInEvidence) {

    /** Most pieces of evidence of one proposal. */
    public static final int MOST = 20;

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public Grounds {
        if (!SHA_256.matcher(transcriptSha256).matches()) throw new IllegalArgumentException("not a SHA-256");
        if (evidence.isEmpty()) throw InvalidInput.of("evidence", "required", "at least one piece is required");
        if (evidence.size() > MOST) throw InvalidInput.of("evidence", "too-many", "at most " + MOST + " pieces");
        evidence = List.copyOf(evidence);
    }

    /**
     * What a proposal that is made now rests on. Looked for in its quotes are each vital sign, see {@link SpokenMeasurements};
     * how severe a symptom is; the name of a medication, as it is spelt there but for upper and lower case. The rest, such
     * as a dose or the text of a section, may be said in other words and is not looked for.
     *
     * @param transcript the record's; without one, nothing is evidence
     * @throws InvalidInput {@code out-of-range}, {@code inside-character} or {@code mismatch} at each piece that does not
     *     stand in the transcript
     */
    static Grounds in(@Nullable String transcript, Proposed proposed, List<Evidence> evidence) {
        var text = transcript == null ? "" : transcript;
        var grounds = new Grounds(Sha256.of(text), evidence, !follows(proposed, evidence));
        var wrong = new Violations();
        Evidence.check(evidence, text, wrong);
        wrong.refuse();
        return grounds;
    }

    /** Whether the evidence is from this transcript. */
    public boolean areIn(String transcript) {
        return Sha256.of(transcript).equals(transcriptSha256);
    }

    private static boolean follows(Proposed proposed, List<Evidence> evidence) {
        var quotes = evidence.stream().map(Evidence::quote).toList();
        return switch (proposed) {
            case Proposed.Measured measured -> SpokenMeasurements.follow(measured.measurements(), quotes);
            case Proposed.NewSymptom symptom ->
                SpokenMeasurements.follows(symptom.details().severity(), quotes);
            case Proposed.NewPrescription prescription ->
                names(prescription.details().medication(), quotes);
            case Proposed.SectionText _ -> true;
        };
    }

    private static boolean names(String medication, List<String> quotes) {
        var name = medication.strip().toLowerCase(Locale.ROOT);
        return quotes.stream().anyMatch(quote -> quote.toLowerCase(Locale.ROOT).contains(name));
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
