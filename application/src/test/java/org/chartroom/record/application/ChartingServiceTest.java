package org.chartroom.record.application;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.audit.Reference.Kind.DRAFT;
import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;
import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.domain.RecordFixtures.amoxicillin;
import static org.chartroom.record.domain.RecordFixtures.bareNote;
import static org.chartroom.record.domain.RecordFixtures.cough;
import static org.chartroom.record.domain.RecordFixtures.fatigue;
import static org.chartroom.record.domain.RecordFixtures.measurements;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.note;
import static org.chartroom.record.domain.RecordFixtures.paracetamol;
import static org.chartroom.record.domain.RecordFixtures.scribe;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.time.Clock;
import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.Charting.Visit;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.application.out.InMemoryDrafts;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.domain.AiScribe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartingServiceTest {

    private static final Visit WHOLE_VISIT = new Visit(
            note(),
            scribe(),
            List.of(cough().details(), fatigue().details()),
            List.of(amoxicillin().details(), paracetamol().details()),
            measurements());
    private static final Visit SHORT_VISIT = new Visit(bareNote(), AiScribe.NONE, List.of(), List.of(), null);

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryDrafts drafts = new InMemoryDrafts(appointments);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Charting charting = new ChartingService(
            appointments, records, readings, drafts, trail, new TimeOrderedIds(), Clock.systemUTC());

    @BeforeEach
    void doctorOkaforWorksAtTheClinic() {
        providers.add(providerWithId(DR_OKAFOR.id()));
    }

    @Test
    void theRecordOfAVisitIsStoredAsWritten() {
        var visit = charting.recordVisit(DR_OKAFOR, anAppointment(AppointmentStatus.IN_PROGRESS), WHOLE_VISIT);

        assertThat(records.find(DR_OKAFOR, visit.record().id()).orElseThrow().value())
                .returns(WHOLE_VISIT.note(), record -> record.note())
                .returns(WHOLE_VISIT.scribe(), record -> record.scribe())
                .returns(
                        WHOLE_VISIT.symptoms(),
                        record -> record.symptoms().stream()
                                .map(symptom -> symptom.details())
                                .toList())
                .returns(
                        WHOLE_VISIT.prescriptions(),
                        record -> record.prescriptions().stream()
                                .map(prescription -> prescription.details())
                                .toList());
    }

    @Test
    void theDraftOfWhoeverWritesTheVisitUpIsDiscarded() {
        var visit = anAppointment(AppointmentStatus.IN_PROGRESS);
        drafts.put(DR_OKAFOR, visit, "{}");

        charting.recordVisit(DR_OKAFOR, visit, SHORT_VISIT);

        assertThat(drafts.find(DR_OKAFOR, visit)).isEmpty();
        assertThat(trail.events()).extracting(event -> event.object().kind()).contains(DRAFT);
    }

    @Test
    void theAnswerIsTheRecordAsStored() {
        var visit = charting.recordVisit(DR_OKAFOR, anAppointment(AppointmentStatus.IN_PROGRESS), WHOLE_VISIT);

        assertThat(records.findView(DR_OKAFOR, visit.record().id())).contains(visit.record());
    }

    @Test
    void theAnswerHoldsTheVitalSignsAsStored() {
        var appointment = anAppointment(AppointmentStatus.IN_PROGRESS);

        var visit = charting.recordVisit(DR_OKAFOR, appointment, WHOLE_VISIT);

        assertThat(requireNonNull(visit.vitalSigns()))
                .returns(readings.of(appointment).orElseThrow().id(), VitalSignsView::id)
                .returns(WHOLE_VISIT.vitalSigns(), VitalSignsView::measurements);
    }

    @Test
    void theAnswerTellsWhatIsUnusualAtThePatientsAge() {
        var visit = charting.recordVisit(DR_OKAFOR, anAppointment(AppointmentStatus.IN_PROGRESS), WHOLE_VISIT);

        assertThat(requireNonNull(visit.vitalSigns()).flags())
                .extracting(flag -> flag.field() + ": " + flag.code())
                .containsExactly(
                        "bloodPressureDiastolic: above-range",
                        "temperature: above-range",
                        "respiratoryRate: above-range");
    }

    @Test
    void whatAVisitLeftBehindIsInTheTrail() {
        var appointment = anAppointment(AppointmentStatus.IN_PROGRESS);
        var patient =
                appointments.find(DR_OKAFOR, appointment).orElseThrow().value().patient();

        var visit = charting.recordVisit(DR_OKAFOR, appointment, WHOLE_VISIT);

        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.of(
                                Action.CREATE,
                                MEDICAL_RECORD,
                                visit.record().id().value(),
                                patient.value()),
                        AuditEvent.of(
                                Action.CREATE,
                                VITAL_SIGNS,
                                requireNonNull(visit.vitalSigns()).id().value(),
                                patient.value()));
    }

    @Test
    void aVisitWithoutVitalSignsLeavesNone() {
        var appointment = anAppointment(AppointmentStatus.IN_PROGRESS);

        var visit = charting.recordVisit(DR_OKAFOR, appointment, SHORT_VISIT);

        assertThat(visit.vitalSigns()).isNull();
        assertThat(readings.of(appointment)).isEmpty();
    }

    @Test
    void everySymptomAndPrescriptionHasAnIdOfItsOwn() {
        var record = charting.recordVisit(DR_OKAFOR, anAppointment(AppointmentStatus.IN_PROGRESS), WHOLE_VISIT)
                .record();

        assertThat(record.symptoms()).extracting(SymptomView::id).doesNotHaveDuplicates();
        assertThat(record.prescriptions()).extracting(PrescriptionView::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "CHECKED_IN", "IN_PROGRESS"})
    void aVisitThatIsWrittenUpCompletesItsAppointment(AppointmentStatus active) {
        var appointment = anAppointment(active);

        charting.recordVisit(DR_OKAFOR, appointment, SHORT_VISIT);

        assertThat(appointments
                        .find(DR_OKAFOR, appointment)
                        .orElseThrow()
                        .value()
                        .status())
                .isEqualTo(AppointmentStatus.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CANCELLED", "NO_SHOW"})
    void aVisitThatIsOverOrNeverWasIsNotWrittenUp(AppointmentStatus over) {
        var appointment = anAppointment(over);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> charting.recordVisit(DR_OKAFOR, appointment, SHORT_VISIT))
                .returns("illegal-transition", Refusal::code);
    }

    @Test
    void aSecondVisitIsToldThatItIsOne() {
        var appointment = anAppointment(AppointmentStatus.IN_PROGRESS);
        charting.recordVisit(DR_OKAFOR, appointment, WHOLE_VISIT);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> charting.recordVisit(DR_OKAFOR, appointment, WHOLE_VISIT))
                .returns("already-exists", Refusal::code)
                .returns(List.of("record"), refusal -> refusal.facts().get("exists"));
    }

    @Test
    void aVisitOfAnAppointmentWithARecordIsRefused() {
        var appointment = anAppointment(AppointmentStatus.IN_PROGRESS);
        records.add(DR_OKAFOR, medicalRecord(appointment));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> charting.recordVisit(DR_OKAFOR, appointment, SHORT_VISIT))
                .returns("already-exists", Refusal::code);
    }

    @Test
    void aVisitThatBringsASecondSetOfVitalSignsIsRefused() {
        var appointment = anAppointment(AppointmentStatus.IN_PROGRESS);
        readings.add(DR_OKAFOR, vitalSigns(appointment));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> charting.recordVisit(DR_OKAFOR, appointment, WHOLE_VISIT))
                .returns("already-exists", Refusal::code)
                .returns(List.of("vitalSigns"), refusal -> refusal.facts().get("exists"));
    }

    @Test
    void vitalSignsTakenBeforeStayWhenTheVisitBringsNone() {
        var appointment = anAppointment(AppointmentStatus.IN_PROGRESS);
        var taken = vitalSigns(appointment);
        readings.add(DR_OKAFOR, taken);

        charting.recordVisit(DR_OKAFOR, appointment, SHORT_VISIT);

        assertThat(readings.of(appointment).orElseThrow().id()).isEqualTo(taken.id());
    }

    @Test
    void aVisitOfAnUnknownAppointmentIsRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> charting.recordVisit(DR_OKAFOR, appointmentId(), SHORT_VISIT))
                .returns("not-found", Refusal::code);
    }

    @Test
    void aStrangerWritesUpNoVisit() {
        var appointment = anAppointment(AppointmentStatus.IN_PROGRESS);
        var stranger = Actor.onCommandLine(providerId());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> charting.recordVisit(stranger, appointment, SHORT_VISIT))
                .returns("not-found", Refusal::code);
    }

    private AppointmentId anAppointment(AppointmentStatus status) {
        var patient = walkIn(DR_OKAFOR.id());
        var appointment = in(status, patient.id(), DR_OKAFOR.id());
        patients.add(DR_OKAFOR, patient);
        appointments.add(DR_OKAFOR, appointment);
        return appointment.id();
    }
}
