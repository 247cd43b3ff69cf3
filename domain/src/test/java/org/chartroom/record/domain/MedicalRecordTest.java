package org.chartroom.record.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartroom.kernel.Missing;
import org.chartroom.kernel.Refused;
import org.junit.jupiter.api.Test;

class MedicalRecordTest {

    @Test
    void aNoteBegunInTheVisitHasAComplaintAndNothingMoreYet() {
        assertThat(Refused.fieldsOf(() -> new SoapNote("Cough", "", "", "", "")))
                .isEmpty();
    }

    @Test
    void everySectionThatIsMissingIsNamedAtOnce() {
        assertThat(Refused.fieldsOf(
                        () -> new SoapNote(" ", Missing.field(), Missing.field(), Missing.field(), Missing.field())))
                .containsExactly(
                        "chiefComplaint: blank",
                        "subjective: required",
                        "objective: required",
                        "assessment: required",
                        "plan: required");
    }

    @Test
    void everythingWrongWithASymptomIsSaidAtOnce() {
        assertThat(Refused.fieldsOf(() -> new SymptomDetails(Missing.field(), 11, " ", "", false)))
                .containsExactly("name: required", "severity: out-of-range", "duration: blank", "notes: blank");
    }

    @Test
    void everythingWrongWithAPrescriptionIsSaidAtOnce() {
        assertThat(Refused.fieldsOf(
                        () -> new PrescriptionDetails("", " ", Missing.field(), "x".repeat(201), 0, 100, "", true)))
                .containsExactly(
                        "medication: blank",
                        "dosage: blank",
                        "frequency: required",
                        "duration: too-long",
                        "quantity: out-of-range",
                        "refills: out-of-range",
                        "instructions: blank");
    }

    @Test
    void everythingWrongWithWhatTheScribeWroteIsSaidAtOnce() {
        assertThat(Refused.fieldsOf(() -> new AiScribe("\uD83E", " ")))
                .containsExactly("aiTranscript: unstorable", "aiSummary: blank");
    }
}
