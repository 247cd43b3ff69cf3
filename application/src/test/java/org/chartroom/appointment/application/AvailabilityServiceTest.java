package org.chartroom.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.daily;
import static org.chartroom.audit.Reference.Kind.FREE_TIMES;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.appointment.application.Availability.Wanted;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.application.out.InMemoryBusyTimes;
import org.chartroom.appointment.application.out.InMemoryHoursOfWork;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.TimeSpan;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refused;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is Monday, 4 March 2030, 9:10 in Berlin, which is 8:10 UTC. */
class AvailabilityServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryHoursOfWork hoursOfWork = new InMemoryHoursOfWork(providers);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Availability availability = new AvailabilityService(
            hoursOfWork,
            new InMemoryBusyTimes(appointments),
            trail,
            Clock.fixed(Instant.parse("2030-03-04T08:10:00Z"), ZoneId.of("Europe/Berlin")));

    @BeforeEach
    void twoProvidersWorkAtTheClinic() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
    }

    @Test
    void hoursAreInTheClinicsZone() {
        works(DR_OKAFOR, daily("14:00-15:00"));

        assertThat(free(DR_OKAFOR, "2030-03-04T00:00:00Z", "2030-03-05T00:00:00Z"))
                .containsExactly("2030-03-04T13:00:00Z", "2030-03-04T13:20:00Z", "2030-03-04T13:40:00Z");
    }

    @Test
    void nothingIsOfferedThatHasPassed() {
        works(DR_OKAFOR, daily("09:00-10:00"));

        assertThat(free(DR_OKAFOR, "2030-03-03T00:00:00Z", "2030-03-05T00:00:00Z"))
                .containsExactly("2030-03-04T08:20:00Z", "2030-03-04T08:40:00Z");
    }

    @Test
    void aTimeThatBeginsAtThisMomentIsOffered() {
        works(DR_OKAFOR, daily("09:10-09:30"));

        assertThat(free(DR_OKAFOR, "2030-03-04T00:00:00Z", "2030-03-05T00:00:00Z"))
                .containsExactly("2030-03-04T08:10:00Z");
    }

    @Test
    void aPastThatIsWhollyPastHasNothingToOffer() {
        works(DR_OKAFOR, daily("09:00-10:00"));

        assertThat(free(DR_OKAFOR, "2030-03-01T00:00:00Z", "2030-03-04T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void whatIsTakenBeforeTheTimeAskedForMovesWhatFollowsAllTheSame() {
        works(DR_OKAFOR, daily("14:00-15:30"));
        booked(DR_OKAFOR, "2030-03-04T13:05:00Z");

        assertThat(free(DR_OKAFOR, "2030-03-04T13:25:00Z", "2030-03-04T15:00:00Z"))
                .containsExactly("2030-03-04T13:25:00Z", "2030-03-04T13:45:00Z", "2030-03-04T14:05:00Z");
    }

    @Test
    void aColleagueCanBeAskedFor() {
        works(DR_LINDQVIST, daily("14:00-14:40"));
        booked(DR_LINDQVIST, "2030-03-04T13:00:00Z");

        assertThat(free(DR_LINDQVIST, "2030-03-04T00:00:00Z", "2030-03-05T00:00:00Z"))
                .containsExactly("2030-03-04T13:20:00Z");
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() {
        works(DR_OKAFOR, daily("14:00-15:30"));
        var whole = free(DR_OKAFOR, "2030-03-04T00:00:00Z", "2030-03-09T00:00:00Z");
        var wanted = wanted(DR_OKAFOR, "2030-03-04T00:00:00Z", "2030-03-09T00:00:00Z");

        var pages = new ArrayList<String>();
        @Nullable Instant after = null;
        do {
            var page = availability.freeTimes(DR_OKAFOR, wanted, 3, after);
            pages.addAll(starts(page.items()).toList());
            after = page.next();
        } while (after != null);

        assertThat(whole).hasSize(20);
        assertThat(pages).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "2030-03-04T00:00:00Z, 2030-03-04T00:00:00Z, to: out-of-range",
        "2030-03-04T00:00:00Z, 2030-03-03T00:00:00Z, to: out-of-range",
        "2030-03-04T00:00:00Z, 2030-04-04T00:00:00Z, to: out-of-range",
        "1899-12-31T23:59:59Z, 1900-01-01T00:00:00Z, from: out-of-range",
        "2200-01-01T00:00:01Z, 2200-01-02T00:00:00Z, from: out-of-range",
        "-1000000000-01-01T00:00:00Z, 2030-01-01T00:00:00Z, from: out-of-range",
        "2030-01-01T00:00:00Z, +1000000000-12-31T23:59:59Z, to: out-of-range"
    })
    void noMoreThanAMonthIsAskedFor(String from, String to, String wrong) {
        assertThat(Refused.fieldsOf(() -> availability.freeTimes(DR_OKAFOR, wanted(DR_OKAFOR, from, to), 25, null)))
                .containsExactly(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "2030-03-03T23:00:00Z, 2030-04-03T22:00:00Z", // the month in which clocks are put forward
        "2030-10-03T22:00:00Z, 2030-11-03T23:00:00Z",
        "2200-01-01T00:00:00Z, 2200-01-31T00:00:00Z"
    })
    void aMonthIsThirtyOneDaysOfTheClinics(String from, String to) {
        assertThat(Refused.fieldsOf(() -> availability.freeTimes(DR_OKAFOR, wanted(DR_OKAFOR, from, to), 25, null)))
                .isEmpty();
    }

    @Test
    void whoDoesNotWorkHereIsNotAskedFor() {
        var stranger = Actor.onCommandLine(providerId());
        providers.disable(DR_LINDQVIST.id(), Instant.EPOCH);

        assertThat(Stream.of(stranger, DR_LINDQVIST))
                .allSatisfy(provider -> assertThat(Refused.fieldsOf(() -> availability.freeTimes(
                                DR_OKAFOR, wanted(provider, "2030-03-04T00:00:00Z", "2030-03-05T00:00:00Z"), 25, null)))
                        .containsExactly("providerId: unknown"));
    }

    @Test
    void whoeverLooksForFreeTimesIsInTheTrail() {
        free(DR_LINDQVIST, "2030-03-04T00:00:00Z", "2030-03-05T00:00:00Z");

        assertThat(trail.events()).containsExactly(AuditEvent.ofProvider(Action.READ, FREE_TIMES, DR_LINDQVIST.id()));
    }

    private void works(Actor provider, WorkingHours hours) {
        hoursOfWork.replace(provider, hours, hoursOfWork.get(provider).version());
    }

    private void booked(Actor provider, String at) {
        var patient = walkIn(provider.id());
        patients.add(provider, patient);
        appointments.add(provider, appointment(patient.id(), provider.id(), Instant.parse(at)));
    }

    private List<String> free(Actor provider, String from, String to) {
        return starts(availability
                        .freeTimes(DR_OKAFOR, wanted(provider, from, to), 100, null)
                        .items())
                .toList();
    }

    private static Stream<String> starts(List<TimeSpan> times) {
        return times.stream().map(time -> time.from().toString());
    }

    private static Wanted wanted(Actor provider, String from, String to) {
        return new Wanted(provider.id(), AppointmentType.FOLLOW_UP, Instant.parse(from), Instant.parse(to));
    }
}
