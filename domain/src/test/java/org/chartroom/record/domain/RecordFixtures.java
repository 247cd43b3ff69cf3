package org.chartroom.record.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.patient.AllergyEntry;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionEntry;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.FactId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.RecordContent.Entry;
import org.jspecify.annotations.Nullable;

public final class RecordFixtures {

    public static final Instant SIGNED_AT = Instant.parse("2026-01-02T03:04:05.678901Z");

    /** What the scribe of {@link #scribe()} heard. */
    public static final String TRANSCRIPT =
            "[doctor] Good morning. What brings you in?\n[patient] This cough, doctor. It won’t go away.";

    /** A record with every field filled, three symptoms and two prescriptions. */
    public static MedicalRecord medicalRecord(AppointmentId appointment) {
        return new MedicalRecord(
                recordId(), appointment, note(), scribe(), List.of(cough(), fever(), fatigue()), prescriptions());
    }

    public static MedicalRecord medicalRecord() {
        return medicalRecord(AppointmentFixtures.appointmentId());
    }

    /** A record with nothing that may be left out. */
    public static MedicalRecord bareRecord(AppointmentId appointment) {
        return new MedicalRecord(recordId(), appointment, bareNote(), AiScribe.NONE, List.of(), List.of());
    }

    /** Everything that may be written into a record, all of it new. */
    public static RecordContent content() {
        return content(
                List.of(new Entry<>(null, cough().details()), new Entry<>(null, fever().details())),
                List.of(new Entry<>(null, amoxicillin().details())));
    }

    public static RecordContent content(
            List<Entry<SymptomId, SymptomDetails>> symptoms,
            List<Entry<PrescriptionId, PrescriptionDetails>> prescriptions) {
        return new RecordContent(note(), scribe(), symptoms, prescriptions);
    }

    public static SoapNote note() {
        return new SoapNote(
                "Cough and fever",
                "Productive cough for three weeks, worse at night. Fever up to 38.9 °C since Friday.",
                "Crackles over the right lower lobe. No cyanosis.\r\nThroat: mild erythema.",
                "Community-acquired pneumonia, CRB-65: 0.",
                "Amoxicillin for seven days.\n\nReview in 48 h; sooner if breathless.");
    }

    public static SoapNote bareNote() {
        return new SoapNote("Sore throat", "", " ", "", "\n");
    }

    public static AiScribe scribe() {
        return new AiScribe(TRANSCRIPT, "Three weeks of cough, fever since Friday. Pneumonia suspected.");
    }

    public static Symptom cough() {
        return symptom(new SymptomDetails("Cough", 7, "3 weeks", "Worse at night.", false));
    }

    public static Symptom fever() {
        return symptom(new SymptomDetails("Fever", 4, "since Friday", null, true));
    }

    public static Symptom fatigue() {
        return symptom(new SymptomDetails("Fatigue", null, null, null, false));
    }

    public static Symptom symptom(SymptomDetails details) {
        return new Symptom(new SymptomId(TimeOrderedIds.nextId()), details);
    }

    public static List<Prescription> prescriptions() {
        return List.of(amoxicillin(), paracetamol());
    }

    public static Prescription amoxicillin() {
        return prescription(new PrescriptionDetails(
                "Amoxicillin", "500 mg", "three times a day", "7 days", 21, 1, "Finish the pack.", true));
    }

    public static Prescription paracetamol() {
        return prescription(new PrescriptionDetails("Paracetamol", "1 g", "as needed", "5 days", null, 0, null, false));
    }

    public static Prescription prescription(PrescriptionDetails details) {
        return new Prescription(new PrescriptionId(TimeOrderedIds.nextId()), details);
    }

    public static VitalSigns vitalSigns(AppointmentId appointment) {
        return vitalSigns(appointment, measurements());
    }

    public static VitalSigns vitalSigns(AppointmentId appointment, Measurements measurements) {
        return new VitalSigns(new VitalSignsId(TimeOrderedIds.nextId()), appointment, measurements);
    }

    /** Everything measured. */
    public static Measurements measurements() {
        return new Measurements(
                new BloodPressure(128, 82),
                96,
                new BigDecimal("38.4"),
                22,
                95,
                new BigDecimal("72.50"),
                new BigDecimal("171.5"));
    }

    public static Measurements heartRate(int heartRate) {
        return new Measurements(null, heartRate, null, null, null, null, null);
    }

    public static Measurements pressure(int systolic, @Nullable Integer diastolic) {
        return new Measurements(new BloodPressure(systolic, diastolic), null, null, null, null, null, null);
    }

    public static Measurements weightAndHeight(@Nullable String weight, @Nullable String height) {
        return new Measurements(null, 70, null, null, null, decimal(weight), decimal(height));
    }

    private static @Nullable BigDecimal decimal(@Nullable String number) {
        return number == null ? null : new BigDecimal(number);
    }

    /** With a patient of whom everything is known, two allergies and a chronic condition. */
    public static ImportedChart importedChart(int line, PatientId patient, ImportedVisit... visits) {
        return new ImportedChart(
                line,
                PatientFixtures.details().entry(patient),
                List.of(allergy("Penicillin", "severe", "Rash"), allergy("Latex", "mild", null)),
                List.of(new ImportedCondition(
                        new ChronicConditionId(TimeOrderedIds.nextId()),
                        new ChronicConditionEntry("Asthma", LocalDate.of(1991, 5, 1), "Mild."))),
                List.of(visits));
    }

    private static ImportedAllergy allergy(String allergen, String severity, @Nullable String reaction) {
        return new ImportedAllergy(
                new AllergyId(TimeOrderedIds.nextId()), new AllergyEntry(allergen, severity, reaction));
    }

    /** Scheduled. */
    public static ImportedVisit importedVisit(ProviderId provider, Instant at) {
        return importedVisit(provider, at, "scheduled", null, null);
    }

    public static ImportedVisit importedVisit(
            ProviderId provider, Instant at, String status, @Nullable String reason, @Nullable String overlapReason) {
        return new ImportedVisit(
                AppointmentFixtures.appointmentId(),
                new AppointmentEntry(
                        provider, at, "sick_visit", status, reason, null, overlapReason != null, overlapReason),
                null,
                null);
    }

    /** Completed, with everything that can be measured and written. */
    public static ImportedVisit writtenVisit(ProviderId provider, Instant at) {
        var visit = importedVisit(provider, at, "completed", "Cough.", null);
        return new ImportedVisit(visit.id(), visit.appointment(), vitalSigns(visit.id()), medicalRecord(visit.id()));
    }

    /** The author's, a moment ago. */
    public static Signature signature(MedicalRecord record, Actor by) {
        return signature(record, by, Meaning.AUTHOR);
    }

    public static Signature signature(MedicalRecord record, Actor by, Meaning meaning) {
        return new Signature(record.id(), by.id(), "Amara Okafor", meaning, record.sha256(), SIGNED_AT);
    }

    public static Addendum addendum(MedicalRecordId record, int number, Actor by) {
        return new Addendum(
                record, number, by.id(), "Amara Okafor", "Ms. Gonzalez called: no fever since noon.", SIGNED_AT);
    }

    /** One of each kind. */
    public static List<Proposed> proposed() {
        return List.of(
                new Proposed.NewSymptom(cough().details()),
                new Proposed.NewPrescription(amoxicillin().details()),
                new Proposed.Measured(measurements()),
                new Proposed.SectionText(SoapPart.PLAN, "Review in 48 h."));
    }

    /** Undecided, from words of {@link #TRANSCRIPT}. */
    public static Proposal proposal(MedicalRecord record, Proposed proposed) {
        return proposal(record, proposed, ProviderFixtures.DR_OKAFOR);
    }

    public static Proposal proposal(MedicalRecord record, Proposed proposed, Actor by) {
        return Proposal.begin(
                new ProposalId(TimeOrderedIds.nextId()),
                record,
                new Engine("Scribe", "2026.1"),
                proposed,
                List.of(evidence(TRANSCRIPT, "This cough, doctor. It won’t go away.")),
                by.id(),
                SIGNED_AT);
    }

    /** Of a record of its own. */
    public static Proposal editedProposal() {
        return decided(proposal(medicalRecord(), proposed().getFirst()), Verdict.EDITED);
    }

    /** Where the transcript has the quote for the first time. */
    public static Evidence evidence(String transcript, String quote) {
        var start = transcript.codePointCount(0, transcript.indexOf(quote));
        return new Evidence(start, start + quote.codePointCount(0, quote.length()), quote);
    }

    /** Decided as it takes; what is edited, is edited to what was proposed. */
    public static Proposal decided(Proposal proposal, Verdict verdict) {
        return decided(proposal, verdict, ProviderFixtures.DR_LINDQVIST);
    }

    public static Proposal decided(Proposal proposal, Verdict verdict, Actor by) {
        return proposal.decide(
                verdict,
                verdict == Verdict.EDITED ? proposal.proposed() : null,
                by.id(),
                SIGNED_AT.plusSeconds(60),
                () -> new FactId(TimeOrderedIds.nextId()));
    }

    public static MedicalRecordId recordId() {
        return new MedicalRecordId(TimeOrderedIds.nextId());
    }

    private RecordFixtures() {}
}
