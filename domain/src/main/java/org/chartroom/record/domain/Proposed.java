package org.chartroom.record.domain;

import java.util.Locale;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;

/** What an AI scribe proposes, or what a clinician made of it. It is text and figures, and instructs nobody. */
public sealed interface Proposed {

    Kind kind();

    /** What it would become. */
    enum Kind {
        SYMPTOM,
        PRESCRIPTION,
        VITAL_SIGNS,
        SECTION;

        /** The name on the wire and in the table. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A symptom.
     *
     * @param details AI-generated, whatever they say of themselves
     */
    @Phi
    record NewSymptom(SymptomDetails details) implements Proposed {

        public NewSymptom {
            details = details.fromScribe();
        }

        @Override
        public Kind kind() {
            return Kind.SYMPTOM;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /**
     * A prescription.
     *
     * @param details AI-generated, whatever they say of themselves
     */
    @Phi
    record NewPrescription(PrescriptionDetails details) implements Proposed {

        public NewPrescription {
            details = details.fromScribe();
        }

        @Override
        public Kind kind() {
            return Kind.PRESCRIPTION;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** Vital signs, of which those stay that are not measured again. */
    @Phi
    record Measured(Measurements measurements) implements Proposed {

        @Override
        public Kind kind() {
            return Kind.VITAL_SIGNS;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /**
     * A text of a part of the note.
     *
     * @param text kept to the byte, at most 20,000 characters, never blank
     */
    @Phi
    record SectionText(SoapPart part, String text) implements Proposed {

        public SectionText {
            var wrong = new Violations();
            wrong.text("text", text, Violations.FREE_TEXT);
            wrong.refuse();
        }

        @Override
        public Kind kind() {
            return Kind.SECTION;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
