package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.audit.Reference.Kind.CHART;
import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;
import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.recordId;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.audit.application.InMemoryAuditTrail.Told;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryCharts;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.application.out.InMemoryVitalSignsViews;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.VitalSigns;
import org.junit.jupiter.api.Test;

class ChartReviewServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final ChartReview review = new ChartReviewService(
            new InMemoryCharts(patients, appointments, records, readings),
            new InMemoryVitalSignsViews(readings),
            trail,
            Clock.systemUTC());

    private final Patient maria = patient(DR_OKAFOR.id());
    private final MedicalRecord record;
    private final VitalSigns vitalSigns;

    ChartReviewServiceTest() {
        var visit = appointment(maria.id(), DR_OKAFOR.id());
        record = medicalRecord(visit.id());
        providers.add(providerWithId(DR_OKAFOR.id()));
        patients.add(DR_OKAFOR, maria);
        appointments.add(DR_OKAFOR, visit);
        records.add(DR_OKAFOR, record);
        vitalSigns = vitalSigns(visit.id());
        readings.add(DR_OKAFOR, vitalSigns);
    }

    @Test
    void aChartIsReadWithoutTranscripts() {
        assertThat(review.chart(DR_OKAFOR, maria.id(), false).json()).doesNotContain("\"aiTranscript\"");
    }

    @Test
    void aChartIsReadWithTranscriptsWhenThatIsAskedFor() {
        assertThat(review.chart(DR_OKAFOR, maria.id(), true).json()).contains("\"aiTranscript\"");
    }

    @Test
    void whoReadsAChartIsInTheTrail() {
        review.chart(DR_OKAFOR, maria.id(), false);

        assertThat(trail.told())
                .containsExactly(new Told(
                        DR_OKAFOR,
                        AuditEvent.ofPatient(Action.READ, CHART, maria.id().value())));
    }

    @Test
    void whoReadsARecordIsInTheTrailWithWhoseItIs() {
        review.record(DR_OKAFOR, record.id());

        assertThat(trail.told())
                .containsExactly(new Told(
                        DR_OKAFOR,
                        AuditEvent.of(
                                Action.READ,
                                MEDICAL_RECORD,
                                record.id().value(),
                                maria.id().value())));
    }

    @Test
    void whoReadsVitalSignsIsInTheTrailWithWhoseTheyAre() {
        review.vitalSigns(DR_OKAFOR, record.appointment());

        assertThat(trail.told())
                .containsExactly(new Told(
                        DR_OKAFOR,
                        AuditEvent.of(
                                Action.READ,
                                VITAL_SIGNS,
                                vitalSigns.id().value(),
                                maria.id().value())));
    }

    @Test
    void whoWasShownNothingIsNotInTheTrail() {
        assertNotFound(() -> review.chart(DR_LINDQVIST, maria.id(), false));
        assertNotFound(() -> review.record(DR_LINDQVIST, record.id()));
        assertNotFound(() -> review.record(DR_LINDQVIST, record.appointment()));
        assertNotFound(() -> review.vitalSigns(DR_LINDQVIST, record.appointment()));

        assertThat(trail.told()).isEmpty();
    }

    @Test
    void theChartOfAnUnknownPatientIsRefused() {
        assertNotFound(() -> review.chart(DR_OKAFOR, patientId(), false));
    }

    @Test
    void theChartOfAColleaguesPatientIsRefused() {
        assertNotFound(() -> review.chart(DR_LINDQVIST, maria.id(), false));
    }

    @Test
    void aRecordIsShownAsStored() {
        assertThat(records.findView(DR_OKAFOR, record.id())).contains(review.record(DR_OKAFOR, record.id()));
    }

    @Test
    void theRecordOfAVisitIsTheSameRecord() {
        assertThat(review.record(DR_OKAFOR, record.appointment())).isEqualTo(review.record(DR_OKAFOR, record.id()));
    }

    @Test
    void anAppointmentWithoutARecordAndOneThatDoesNotExistAreToldInTheSameWords() {
        var empty = appointment(maria.id(), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, empty);

        assertThat(catchThrowableOfType(RecordRefusal.class, () -> review.record(DR_OKAFOR, empty.id())))
                .hasMessage(catchThrowableOfType(RecordRefusal.class, () -> review.record(DR_OKAFOR, appointmentId()))
                        .getMessage());
        assertThat(catchThrowableOfType(RecordRefusal.class, () -> review.vitalSigns(DR_OKAFOR, empty.id())))
                .hasMessage(
                        catchThrowableOfType(RecordRefusal.class, () -> review.vitalSigns(DR_OKAFOR, appointmentId()))
                                .getMessage());
    }

    @Test
    void vitalSignsAreShownAsStored() {
        assertThat(review.vitalSigns(DR_OKAFOR, record.appointment()))
                .returns(vitalSigns.id(), VitalSignsView::id)
                .returns(vitalSigns.measurements(), VitalSignsView::measurements);
    }

    @Test
    void anUnknownRecordIsRefused() {
        assertNotFound(() -> review.record(DR_OKAFOR, recordId()));
    }

    @Test
    void aRecordOfAColleaguesPatientIsRefused() {
        assertNotFound(() -> review.record(DR_LINDQVIST, record.id()));
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(RecordRefusal.class).isThrownBy(call).returns("not-found", Refusal::code);
    }
}
