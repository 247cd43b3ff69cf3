package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.domain.RecordFixtures.medicalRecord;
import static org.chartroom.record.domain.RecordFixtures.recordId;
import static org.chartroom.record.domain.RecordFixtures.vitalSigns;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.Reference.Kind;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryCharts;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVersions;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.application.out.InMemoryWordComparison;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.RecordDiff.FieldChange;
import org.chartroom.record.domain.SoapNote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VersionReviewServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryMedicalRecords records = new InMemoryMedicalRecords(appointments);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryVersions versions =
            new InMemoryVersions(providers, patients, new InMemoryCharts(patients, appointments, records, readings));
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final VersionReview review =
            new VersionReviewService(versions, new InMemoryWordComparison(), trail, Clock.systemUTC());
    private final Patient sam = walkIn(DR_OKAFOR.id());
    private final Appointment visit = appointment(sam.id(), DR_OKAFOR.id());
    private final MedicalRecord record = medicalRecord(visit.id());

    @BeforeEach
    void aRecordIsWrittenAndChanged() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        versions.watch(Patients.class, patients).add(DR_OKAFOR, sam);
        versions.watch(Appointments.class, appointments).add(DR_OKAFOR, visit);
        versions.watch(VitalSignsReadings.class, readings).add(DR_OKAFOR, vitalSigns(visit.id()));
        var seen = versions.watch(MedicalRecords.class, records).add(DR_OKAFOR, record);
        var note = new SoapNote("Cough", "a", "b", "c", "Rest.");
        versions.watch(MedicalRecords.class, records)
                .replace(
                        DR_OKAFOR,
                        new MedicalRecord(
                                record.id(),
                                visit.id(),
                                note,
                                record.scribe(),
                                record.symptoms(),
                                record.prescriptions()),
                        seen);
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "APPOINTMENT", "VITAL_SIGNS", "MEDICAL_RECORD"})
    void whoReadsVersionsIsInTheTrail(Kind of) {
        var listed = review.versions(DR_OKAFOR, of(of), 10, null).items().getLast();
        var whole = review.version(DR_OKAFOR, of(of), 1);

        assertThat(whole.version()).isEqualTo(listed);
        var event = new AuditEvent(Action.READ, listed.of(), sam.id().value());
        assertThat(trail.events()).containsExactly(event, event);
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "APPOINTMENT", "VITAL_SIGNS", "MEDICAL_RECORD"})
    void whatThereIsNotHasNoVersions(Kind of) {
        assertNotFound(
                () -> review.versions(DR_OKAFOR, new Reference(of, recordId().value()), 10, null));
        assertNotFound(
                () -> review.version(DR_OKAFOR, new Reference(of, recordId().value()), 1));
        assertNotFound(() -> review.version(DR_OKAFOR, of(of), 3));
        assertThat(trail.events()).isEmpty();
    }

    @Test
    void twoVersionsAreCompared() {
        var diff = review.diff(DR_OKAFOR, record.id(), 1, 2);

        assertThat(diff.fields())
                .extracting(FieldChange::field)
                .containsExactly("chiefComplaint", "subjective", "objective", "assessment", "plan");
        assertThat(diff.symptoms()).isEmpty();
        assertThat(trail.events())
                .containsExactly(AuditEvent.of(
                        Action.READ,
                        Kind.MEDICAL_RECORD,
                        record.id().value(),
                        sam.id().value()));
    }

    @Test
    void theFirstIsComparedWithNothing() {
        assertThat(review.diff(DR_OKAFOR, record.id(), 0, 1).symptoms()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "3, 1", "0, 0", "-1, 1"})
    void whatThereIsNotIsNotCompared(int from, int to) {
        assertNotFound(() -> review.diff(DR_OKAFOR, record.id(), from, to));
    }

    @Test
    void aFormerChartIsReadAsOfItsInstantAndIsInTheTrail() {
        var written = review.version(DR_OKAFOR, of(Kind.MEDICAL_RECORD), 1);

        var chart = review.chart(DR_OKAFOR, sam.id(), written.version().recordedAt(), true);

        assertThat(chart.json()).contains("Amoxicillin for seven days").doesNotContain("Rest.");
        assertThat(trail.events())
                .endsWith(AuditEvent.ofPatient(Action.READ, Kind.CHART, sam.id().value()));
    }

    @Test
    void thePastAloneIsKnown() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(
                        () -> review.chart(DR_OKAFOR, sam.id(), Instant.now().plusSeconds(60), false))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(violation -> violation.field() + " " + violation.code())
                        .containsExactly("asOf out-of-range"));
        assertNotFound(() -> review.chart(DR_OKAFOR, sam.id(), Instant.EPOCH, false));
    }

    @ParameterizedTest
    @EnumSource(names = {"PATIENT", "APPOINTMENT", "VITAL_SIGNS", "MEDICAL_RECORD"})
    void ofAPatientTheRefusalSaysOfWhomForTheTrail(Kind of) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> review.version(DR_OKAFOR, of(of), 9))
                .satisfies(refused -> assertThat(refused.facts())
                        .isEqualTo(of == Kind.PATIENT ? Map.of("patientId", sam.id()) : Map.of()));
    }

    private Reference of(Kind kind) {
        var id = switch (kind) {
            case PATIENT -> sam.id().value();
            case APPOINTMENT, VITAL_SIGNS -> visit.id().value();
            default -> record.id().value();
        };
        return new Reference(kind, id);
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns("not-found", Refusal::code);
    }
}
