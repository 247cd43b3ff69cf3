package org.chartroom.record.domain;

import java.util.EnumSet;
import java.util.Set;
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
