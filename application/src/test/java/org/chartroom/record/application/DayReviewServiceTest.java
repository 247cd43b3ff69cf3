package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.audit.Reference.Kind.SCHEDULE;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refused;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.ScheduleView.Item;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemorySchedules;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is 23:30 of 24 March 2026 in UTC, and in Berlin half past midnight of the 25th. */
class DayReviewServiceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-24T23:30:00Z"), ZoneId.of("Europe/Berlin"));

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final DayReview review = new DayReviewService(
            new InMemorySchedules(
                    patients,
                    appointments,
                    new InMemoryMedicalRecords(appointments),
                    new InMemoryVitalSignsReadings(appointments)),
            trail,
            CLOCK);

    @BeforeEach
    void aProviderWorksAtTheClinic() {
        providers.add(providerWithId(DR_OKAFOR.id()));
    }

    @Test
    void todayIsTodayAtTheClinic() {
        booked("2026-03-25T08:00:00Z");

        var today = review.schedule(DR_OKAFOR, null);

        assertThat(today.date()).isEqualTo(LocalDate.of(2026, 3, 25));
        assertThat(today.zone()).isEqualTo("Europe/Berlin");
        assertThat(today.items()).hasSize(1);
        assertThat(review.schedule(DR_OKAFOR, LocalDate.of(2026, 3, 25))).isEqualTo(today);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 2026-03-27T23:00:00Z, 2026-03-28T22:59:59Z",
        "2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T21:59:59Z",
        "2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T22:59:59Z",
        "2028-02-29, 2028-02-28T23:00:00Z, 2028-02-29T22:59:59Z"
    })
    void aDayIsAsLongAsItIsAtTheClinic(LocalDate day, Instant first, Instant last) {
        Stream.of(first.minusSeconds(1), first, last, last.plusSeconds(1)).forEach(at -> booked(at.toString()));

        assertThat(review.schedule(DR_OKAFOR, day).items())
                .extracting(Item::appointmentDate)
                .containsExactly(first, last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2200-01-01", "-999999999-01-01", "+999999999-12-31"})
    void aDayBeyondAllPlansIsOutOfRange(LocalDate day) {
        assertThat(Refused.fieldsOf(() -> review.schedule(DR_OKAFOR, day))).containsExactly("date: out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2199-12-31"})
    void aDayWithinAllPlansIsNot(LocalDate day) {
        assertThat(review.schedule(DR_OKAFOR, day).items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1980-02-29, 2026-02-28, 45",
        "1980-02-29, 2026-03-01, 46",
        "1980-02-29, 2028-02-28, 47",
        "1980-02-29, 2028-02-29, 48",
        "2026-03-25, 2026-03-25, 0",
        "2026-03-25, 2026-03-24, 0",
        "1890-01-01, 2026-01-01, 136"
    })
    void aPatientIsAsOldAsOnThatDay(LocalDate born, LocalDate day, int age) {
        booked("2026-03-25T08:00:00Z");
        var shown = review.schedule(DR_OKAFOR, null).items().getFirst();

        var item = new Item(
                shown.id(),
                shown.patientId(),
                shown.name(),
                born,
                shown.appointmentDate(),
                shown.end(),
                shown.appointmentType(),
                shown.status(),
                null,
                false,
                null);

        assertThat(item.age(day)).isEqualTo(age);
    }

    @Test
    void whoeverLooksAtADayIsInTheTrail() {
        booked("2026-03-25T08:00:00Z");

        review.schedule(DR_OKAFOR, null);

        assertThat(trail.events()).containsExactly(AuditEvent.ofList(SCHEDULE));
    }

    private void booked(String at) {
        var patient = walkIn(DR_OKAFOR.id());
        patients.add(DR_OKAFOR, patient);
        var details = new AppointmentDetails(Instant.parse(at), AppointmentType.FOLLOW_UP, null, null);
        appointments.add(DR_OKAFOR, in(AppointmentStatus.COMPLETED, patient.id(), DR_OKAFOR.id(), details));
    }
}
