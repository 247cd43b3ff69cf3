package org.chartroom.appointment.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.TimeSpan;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every {@link BusyTimes} must do; run by the in-memory and the PostgreSQL implementation alike. The store need not
 * be empty; each call is a transaction of its own.
 */
public abstract class BusyTimesContract {

    private static final TimeSpan MONDAY = TimeSpan.day(LocalDate.parse("2030-03-04"), ZoneOffset.UTC);

    private Actor okafor = DR_OKAFOR;
    private Actor lindqvist = DR_OKAFOR;

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract BusyTimes busyTimes();

    @BeforeEach
    void twoProvidersWorkAtTheClinic() {
        okafor = aProvider();
        lindqvist = aProvider();
    }

    @Test
    void whoHasNoAppointmentIsNotTaken() {
        assertThat(busyTimes().find(okafor, okafor.id(), MONDAY)).isEmpty();
    }

    @Test
    void anAppointmentTakesItsProviderForItsLength() {
        booked(AppointmentStatus.SCHEDULED, "09:00", AppointmentType.NEW_PATIENT);

        assertThat(busyTimes().find(okafor, okafor.id(), MONDAY)).containsExactly(span("09:00", "09:40"));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnActiveAppointmentTakesItsProvider(AppointmentStatus status) {
        booked(status, "09:00", AppointmentType.FOLLOW_UP);

        assertThat(busyTimes().find(okafor, okafor.id(), MONDAY)).hasSize(status.isActive() ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"08:40, 09:00, 0", "08:40, 09:01, 1", "09:05, 09:10, 1", "09:19, 10:00, 1", "09:20, 10:00, 0"})
    void whatOnlyTouchesTheTimeIsLeftOut(String from, String to, int found) {
        booked(AppointmentStatus.SCHEDULED, "09:00", AppointmentType.FOLLOW_UP);

        assertThat(busyTimes().find(okafor, okafor.id(), span(from, to))).hasSize(found);
    }

    @Test
    void allThatIsTakenIsFound() {
        booked(AppointmentStatus.SCHEDULED, "09:00", AppointmentType.FOLLOW_UP);
        booked(AppointmentStatus.CHECKED_IN, "09:20", AppointmentType.ROUTINE_CHECKUP);
        booked(AppointmentStatus.IN_PROGRESS, "11:00", AppointmentType.SICK_VISIT);

        var taken = busyTimes().find(okafor, okafor.id(), MONDAY);

        assertThat(Stream.of("09:00", "09:19", "09:20", "09:49", "11:00", "11:19"))
                .allSatisfy(time -> assertThat(taken).anyMatch(span -> span.contains(at(time))));
        assertThat(Stream.of("08:59", "09:50", "10:59", "11:20"))
                .allSatisfy(time -> assertThat(taken).noneMatch(span -> span.contains(at(time))));
    }

    @Test
    void aColleagueSeesThatOneIsTakenButIsNotTakenToo() {
        booked(AppointmentStatus.SCHEDULED, "09:00", AppointmentType.TELEHEALTH);

        assertThat(busyTimes().find(lindqvist, okafor.id(), MONDAY)).containsExactly(span("09:00", "09:20"));
        assertThat(busyTimes().find(okafor, lindqvist.id(), MONDAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NEW_PATIENT, 40", "FOLLOW_UP, 20", "ROUTINE_CHECKUP, 30", "SICK_VISIT, 20", "TELEHEALTH, 20"})
    void anAppointmentLastsAsLongAsItsType(AppointmentType type, int minutes) {
        assertThat(busyTimes().length(okafor, type)).isEqualTo(Duration.ofMinutes(minutes));
    }

    private void booked(AppointmentStatus status, String time, AppointmentType type) {
        var details = new AppointmentDetails(at(time), type, null, null);
        appointments().add(okafor, in(status, aPatient(), okafor.id(), details));
    }

    private PatientId aPatient() {
        var patient = walkIn(okafor.id());
        patients().add(okafor, patient);
        return patient.id();
    }

    private Actor aProvider() {
        var provider = provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private static TimeSpan span(String from, String to) {
        return new TimeSpan(at(from), at(to));
    }

    private static Instant at(String time) {
        return Instant.parse("2030-03-04T" + time + ":00Z");
    }
}
