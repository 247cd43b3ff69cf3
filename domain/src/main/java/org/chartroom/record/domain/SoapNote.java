package org.chartroom.record.domain;

import java.util.EnumSet;
import java.util.Set;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;

/**
 * A visit in the four parts of a SOAP note, kept to the byte; each at most 20,000 characters.
 *
 * @param chiefComplaint why the patient came, never blank
 * @param subjective     what the patient describes; may be blank while the note is being written
 * @param objective      what the clinician observes and measures; may be blank likewise
 * @param assessment     the diagnosis and its reasoning; may be blank likewise
 * @param plan           the treatment; may be blank likewise
 */
@Phi
public record SoapNote(String chiefComplaint, String subjective, String objective, String assessment, String plan) {

    public SoapNote {
        var wrong = new Violations();
        wrong.text("chiefComplaint", chiefComplaint, Violations.FREE_TEXT);
        wrong.section("subjective", subjective, Violations.FREE_TEXT);
        wrong.section("objective", objective, Violations.FREE_TEXT);
        wrong.section("assessment", assessment, Violations.FREE_TEXT);
        wrong.section("plan", plan, Violations.FREE_TEXT);
        wrong.refuse();
    }

    /** The parts that hold nothing but white space. */
    Set<SoapPart> blankParts() {
        var blank = EnumSet.noneOf(SoapPart.class);
        for (var part : SoapPart.values()) if (Violations.isBlank(text(part))) blank.add(part);
        return blank;
    }

    /**
     * With a text more in one part: it stands alone in a part that was blank, elsewhere below what stands there, after an
     * empty line.
     *
     * @throws InvalidInput {@code too-long} at {@code text} when the part has no room for it
     */
    SoapNote with(SoapPart part, String text) {
        var present = text(part);
        var whole = Violations.isBlank(present) ? text : present + "\n\n" + text;
        if (whole.codePointCount(0, whole.length()) > Violations.FREE_TEXT)
            throw InvalidInput.of(
                    "text",
                    "too-long",
                    "at most " + Violations.FREE_TEXT + " characters together with what stands there already");
        return switch (part) {
            case CHIEF_COMPLAINT -> new SoapNote(whole, subjective, objective, assessment, plan);
            case SUBJECTIVE -> new SoapNote(chiefComplaint, whole, objective, assessment, plan);
            case OBJECTIVE -> new SoapNote(chiefComplaint, subjective, whole, assessment, plan);
            case ASSESSMENT -> new SoapNote(chiefComplaint, subjective, objective, whole, plan);
            case PLAN -> new SoapNote(chiefComplaint, subjective, objective, assessment, whole);
        };
    }

    private String text(SoapPart part) {
        return switch (part) {
            case CHIEF_COMPLAINT -> chiefComplaint;
            case SUBJECTIVE -> subjective;
            case OBJECTIVE -> objective;
            case ASSESSMENT -> assessment;
            case PLAN -> plan;
        };
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
