package org.chartroom.appointment.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.MONDAY_9AM;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.overbooked;
import static org.chartroom.appointment.domain.AppointmentFixtures.overbooking;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentQuery;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How every {@link AppointmentViews} lists appointments; run by the in-memory and the PostgreSQL implementation alike. The
 * store need not be empty; each call is a transaction of its own.
 */
public abstract class AppointmentListContract {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final AppointmentQuery EVERYTHING = AppointmentQuery.of(null, null, Set.of(), null);

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract AppointmentViews views();

    @Test
    void theOwnAppointmentsAreListedByTime() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var second = booked(okafor, patient, MONDAY_9AM.plus(HOUR));
        var first = booked(okafor, patient, MONDAY_9AM);
        var third = booked(okafor, aPatientOf(okafor), MONDAY_9AM.plus(HOUR.multipliedBy(2)));

        assertThat(list(okafor, EVERYTHING)).containsExactly(first.id(), second.id(), third.id());
    }

    @Test
    void oneThatOverlapsComesById() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var ids = new ArrayList<AppointmentId>();
        for (var i = 0; i < 3; i++) {
            var appointment = overbooked(patient, okafor.id(), MONDAY_9AM);
            appointments().add(okafor, appointment);
            ids.add(appointment.id());
        }

        assertThat(list(okafor, EVERYTHING)).isEqualTo(ids);
        assertThat(views().page(okafor, EVERYTHING, 100, null).orElseThrow().items())
                .extracting(AppointmentView::overlapReason)
                .containsOnly(overbooking().overlapReason());
    }

    @Test
    void anAppointmentIsListedAsItIsShown() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        appointments().add(okafor, appointment);

        assertThat(views().page(okafor, EVERYTHING, 25, null).orElseThrow().items())
                .containsExactly(views().find(okafor, appointment.id()).orElseThrow());
    }

    @Test
    void thoseThatColleaguesHoldAreNotListedAmongTheOwn() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        var theirs = appointment(patient, lindqvist.id());
        appointments().add(okafor, theirs);
        var own = appointment(patient, okafor.id());
        appointments().add(okafor, own);

        assertThat(list(okafor, EVERYTHING)).containsExactly(own.id());
        assertThat(list(lindqvist, EVERYTHING)).containsExactly(theirs.id());
    }

    @Test
    void thoseOfAPatientAreListedWhoeverHoldsThem() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        var theirs = appointment(patient, lindqvist.id(), MONDAY_9AM);
        appointments().add(okafor, theirs);
        var own = booked(okafor, patient, MONDAY_9AM.plus(HOUR));
        booked(okafor, aPatientOf(okafor), MONDAY_9AM.plus(HOUR.multipliedBy(2)));

        assertThat(list(okafor, of(patient))).containsExactly(theirs.id(), own.id());
        assertThat(list(lindqvist, of(patient))).containsExactly(theirs.id(), own.id());
    }

    @Test
    void aPatientWhoIsSeenAndHasNoAppointmentHasNone() {
        var okafor = aProvider();

        assertThat(list(okafor, of(aPatientOf(okafor)))).isEmpty();
    }

    @Test
    void aPatientWhoIsNotSeenIsNotFound() {
        var okafor = aProvider();
        var stranger = aProvider();
        var patient = aPatientOf(okafor);
        booked(okafor, patient, MONDAY_9AM);

        assertNotFound(stranger, of(patient));
        assertNotFound(okafor, of(patientId()));
    }

    @Test
    void whatIsOutsideTheBoundsIsNotListed() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var nine = booked(okafor, patient, MONDAY_9AM);
        var ten = booked(okafor, patient, MONDAY_9AM.plus(HOUR));
        var eleven = booked(okafor, patient, MONDAY_9AM.plus(HOUR.multipliedBy(2)));

        assertThat(list(okafor, between(MONDAY_9AM, MONDAY_9AM.plus(HOUR)))).containsExactly(nine.id());
        assertThat(list(okafor, between(MONDAY_9AM.plusNanos(1000), null))).containsExactly(ten.id(), eleven.id());
        assertThat(list(okafor, between(null, MONDAY_9AM.plus(HOUR).plusNanos(1000))))
                .containsExactly(nine.id(), ten.id());
        assertThat(list(okafor, between(MONDAY_9AM, MONDAY_9AM))).isEmpty();
        assertThat(list(okafor, between(Instant.MIN, Instant.MAX))).containsExactly(nine.id(), ten.id(), eleven.id());
        assertThat(list(okafor, AppointmentQuery.of(MONDAY_9AM.plus(HOUR), null, Set.of(), patient)))
                .containsExactly(ten.id(), eleven.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01T00:00:00Z", "2199-12-31T23:59:59.999999Z"})
    void theFirstAndTheLastTimeThereIsAreListed(Instant at) {
        var okafor = aProvider();
        var appointment = booked(okafor, aPatientOf(okafor), at);

        assertThat(list(okafor, EVERYTHING)).containsExactly(appointment.id());
    }

    @Test
    void onlyThoseInTheStatusesThatWereAskedForAreListed() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var ids = new ArrayList<AppointmentId>();
        for (var status : AppointmentStatus.values()) {
            var details = new AppointmentDetails(
                    MONDAY_9AM.plus(HOUR.multipliedBy(ids.size())), AppointmentType.FOLLOW_UP, null, null);
            var appointment = new Appointment(appointmentId(), patient, okafor.id(), details, status, null);
            appointments().add(okafor, appointment);
            ids.add(appointment.id());
        }
        var two = Set.of(AppointmentStatus.CANCELLED, AppointmentStatus.SCHEDULED);

        assertThat(list(okafor, AppointmentQuery.of(null, null, two, null))).containsExactly(ids.get(0), ids.get(4));
        assertThat(list(okafor, AppointmentQuery.of(null, null, two, patient))).containsExactly(ids.get(0), ids.get(4));
        assertThat(list(okafor, EVERYTHING)).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pagesCoverTheListWithoutGapOrRepetition(boolean ofPatient) {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var ids = IntStream.range(0, 7)
                .mapToObj(i -> booked(okafor, patient, MONDAY_9AM.plus(HOUR.multipliedBy(i))))
                .map(Appointment::id)
                .toList();
        var query = ofPatient ? of(patient) : EVERYTHING;

        var read = new ArrayList<AppointmentId>();
        for (var page = page(okafor, query, 3, null); ; page = page(okafor, query, 3, page.next())) {
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            read.addAll(ids(page));
            if (page.next() == null) break;
        }

        assertThat(read).isEqualTo(ids);
    }

    @Test
    void aPageThatHoldsTheRestIsTheLast() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        booked(okafor, patient, MONDAY_9AM);
        booked(okafor, patient, MONDAY_9AM.plus(HOUR));

        assertThat(page(okafor, EVERYTHING, 2, null).next()).isNull();
        assertThat(page(okafor, EVERYTHING, 1, null).next()).isNotNull();
    }

    @Test
    void aPageGoesOnFromWhereItsPlaceWasMovedToAndNotBeforeTheBounds() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var early = booked(okafor, patient, MONDAY_9AM.plus(HOUR.multipliedBy(2)));
        var nine = booked(okafor, patient, MONDAY_9AM);
        var ten = booked(okafor, patient, MONDAY_9AM.plus(HOUR));
        var query = between(MONDAY_9AM.plus(HOUR), null);

        move(okafor, early, MONDAY_9AM.minus(HOUR));

        assertThat(ids(page(okafor, query, 25, early.id()))).containsExactly(ten.id());
        assertThat(ids(page(okafor, EVERYTHING, 25, early.id()))).containsExactly(nine.id(), ten.id());
    }

    @Test
    void noPageBeginsBehindAnAppointmentThatIsNotThereOrNotSeen() {
        var okafor = aProvider();
        var stranger = aProvider();
        var appointment = booked(okafor, aPatientOf(okafor), MONDAY_9AM);

        assertThat(views().page(okafor, EVERYTHING, 25, appointmentId())).isEmpty();
        assertThat(views().page(stranger, EVERYTHING, 25, appointment.id())).isEmpty();
    }

    private void move(Actor by, Appointment appointment, Instant to) {
        var moved = appointment.revised(
                new AppointmentDetails(to, appointment.details().type(), null, null), null);
        appointments()
                .replace(
                        by,
                        moved,
                        appointments().find(by, appointment.id()).orElseThrow().version());
    }

    private List<AppointmentId> list(Actor by, AppointmentQuery query) {
        return ids(page(by, query, 100, null));
    }

    private Page<AppointmentView, AppointmentId> page(
            Actor by, AppointmentQuery query, int limit, @Nullable AppointmentId after) {
        return views().page(by, query, limit, after).orElseThrow();
    }

    private static List<AppointmentId> ids(Page<AppointmentView, AppointmentId> page) {
        return page.items().stream().map(AppointmentView::id).toList();
    }

    private static AppointmentQuery of(PatientId patient) {
        return AppointmentQuery.of(null, null, Set.of(), patient);
    }

    private static AppointmentQuery between(@Nullable Instant from, @Nullable Instant to) {
        return AppointmentQuery.of(from, to, Set.of(), null);
    }

    private void assertNotFound(Actor by, AppointmentQuery query) {
        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> views().page(by, query, 25, null))
                .returns("not-found", Refusal::code);
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private PatientId aPatientOf(Actor by) {
        var patient = walkIn(by.id());
        patients().add(by, patient);
        return patient.id();
    }

    private Appointment booked(Actor by, PatientId patient, Instant at) {
        var appointment = appointment(patient, by.id(), at);
        appointments().add(by, appointment);
        return appointment;
    }
}
