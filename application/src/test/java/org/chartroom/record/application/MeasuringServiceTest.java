package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;
import static org.chartroom.patient.domain.PatientFixtures.bornOn;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;
import static org.chartroom.record.domain.RecordFixtures.heartRate;
import static org.chartroom.record.domain.RecordFixtures.measurements;
import static org.chartroom.record.domain.RecordFixtures.pressure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.kernel.Version;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuringServiceTest {

    private static final Version NEVER = new Version(Instant.EPOCH);

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryVitalSignsReadings readings = new InMemoryVitalSignsReadings(appointments);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Patient sam = walkIn(DR_OKAFOR.id());
    private final Measuring measuring = measuringIn("UTC");

    @BeforeEach
    void samIsAPatientOfDoctorOkafors() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
        patients.add(DR_OKAFOR, sam);
    }

    @ParameterizedTest
    @EnumSource
    void measurementsAreTakenWhateverTheStatus(AppointmentStatus status) {
        var visit = aVisit(status);

        var taken = measuring.take(DR_OKAFOR, visit, measurements());

        assertThat(taken.measurements()).isEqualTo(measurements());
        assertThat(taken.appointmentId()).isEqualTo(visit);
        assertThat(readings.of(visit).orElseThrow().id()).isEqualTo(taken.id());
        assertThat(taken.version()).isEqualTo(version(visit));
    }

    @Test
    void whatIsTakenASecondTimeIsToldTheVersionOfTheFirst() {
        var visit = aVisit(AppointmentStatus.SCHEDULED);
        var first = measuring.take(DR_OKAFOR, visit, measurements());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> measuring.take(DR_OKAFOR, visit, heartRate(61)))
                .returns("stale-version", Refusal::code)
                .returns(first.version(), refusal -> refusal.facts().get("current"));
        assertThat(readings.of(visit).orElseThrow().measurements()).isEqualTo(measurements());
    }

    @Test
    void aCorrectionKeepsTheIdAndMovesTheVersionOn() {
        var visit = aVisit(AppointmentStatus.CHECKED_IN);
        var taken = measuring.take(DR_OKAFOR, visit, measurements());

        var corrected = measuring.correct(DR_OKAFOR, visit, taken.version(), heartRate(61));

        assertThat(corrected.id()).isEqualTo(taken.id());
        assertThat(corrected.measurements()).isEqualTo(heartRate(61));
        assertThat(corrected.updatedAt()).isAfter(taken.updatedAt());
        assertThat(corrected.createdAt()).isEqualTo(taken.createdAt());
    }

    @Test
    void aCorrectionOfAnOldVersionIsRefused() {
        var visit = aVisit(AppointmentStatus.CHECKED_IN);
        measuring.take(DR_OKAFOR, visit, measurements());

        assertRefused("stale-version", () -> measuring.correct(DR_OKAFOR, visit, NEVER, heartRate(61)));
        assertRefused("stale-version", () -> measuring.discard(DR_OKAFOR, visit, NEVER));
    }

    @Test
    void whereNothingWasMeasuredNothingIsCorrectedOrDiscarded() {
        var visit = aVisit(AppointmentStatus.CHECKED_IN);

        assertRefused("stale-version", () -> measuring.correct(DR_OKAFOR, visit, NEVER, heartRate(61)));
        assertRefused("not-found", () -> measuring.discard(DR_OKAFOR, visit, NEVER));
    }

    @Test
    void whatIsDiscardedIsGone() {
        var visit = aVisit(AppointmentStatus.CHECKED_IN);
        var taken = measuring.take(DR_OKAFOR, visit, measurements());

        measuring.discard(DR_OKAFOR, visit, taken.version());

        assertThat(readings.of(visit)).isEmpty();
    }

    @Test
    void whateverIsDoneIsInTheTrail() {
        var visit = aVisit(AppointmentStatus.SCHEDULED);

        var taken = measuring.take(DR_OKAFOR, visit, measurements());
        var corrected = measuring.correct(DR_OKAFOR, visit, taken.version(), heartRate(61));
        measuring.discard(DR_OKAFOR, visit, corrected.version());

        var id = taken.id().value();
        var patient = sam.id().value();
        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.of(Action.CREATE, VITAL_SIGNS, id, patient),
                        AuditEvent.of(Action.UPDATE, VITAL_SIGNS, id, patient),
                        AuditEvent.of(Action.DELETE, VITAL_SIGNS, id, patient));
    }

    @Test
    void aStrangersAppointmentAndOneThatDoesNotExistAreNotFound() {
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);

        assertRefused("not-found", () -> measuring.take(DR_OKAFOR, appointmentId(), measurements()));
        assertRefused("not-found", () -> measuring.take(DR_LINDQVIST, visit, measurements()));
        assertRefused("not-found", () -> measuring.correct(DR_LINDQVIST, visit, NEVER, measurements()));
        assertRefused("not-found", () -> measuring.discard(DR_LINDQVIST, visit, NEVER));
        assertThat(trail.events()).isEmpty();
    }

    @Test
    void aColleagueReadsWhatAnotherMeasuredAndDoesNotChangeIt() {
        appointments.add(DR_OKAFOR, appointment(sam.id(), DR_LINDQVIST.id()));
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);
        var taken = measuring.take(DR_OKAFOR, visit, measurements());

        assertRefused("forbidden", () -> measuring.correct(DR_LINDQVIST, visit, taken.version(), heartRate(61)));
        assertRefused("forbidden", () -> measuring.discard(DR_LINDQVIST, visit, taken.version()));
    }

    /** 120 is too much from 13 to 17 years and usual in adults. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTC              | 2026-05-06T23:59:59Z | 1
            UTC              | 2026-05-07T00:00:00Z | 0
            Europe/Stockholm | 2026-05-06T21:59:59Z | 1
            Europe/Stockholm | 2026-05-06T22:00:00Z | 0
            America/Chicago  | 2026-05-07T04:59:59Z | 1
            America/Chicago  | 2026-05-07T05:00:00Z | 0
            """)
    void theAgeIsThatOnTheDayOfTheVisitWhereTheClinicIs(String zone, Instant at, int flags) {
        var child = patient(DR_OKAFOR.id(), bornOn(LocalDate.of(2008, 5, 7)));
        var visit = appointment(child.id(), DR_OKAFOR.id(), at);
        patients.add(DR_OKAFOR, child);
        appointments.add(DR_OKAFOR, visit);

        var taken = measuringIn(zone).take(DR_OKAFOR, visit.id(), pressure(120, null));

        assertThat(taken.flags()).hasSize(flags);
    }

    private Measuring measuringIn(String zone) {
        return new MeasuringService(appointments, readings, trail, new TimeOrderedIds(), Clock.system(ZoneId.of(zone)));
    }

    private AppointmentId aVisit(AppointmentStatus status) {
        var visit = in(status, sam.id(), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, visit);
        return visit.id();
    }

    private Version version(AppointmentId visit) {
        return readings.findOf(DR_OKAFOR, visit).orElseThrow().version();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}
