package org.chartroom.appointment.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.MONDAY_9AM;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.overbooked;
import static org.chartroom.appointment.domain.AppointmentFixtures.overbooking;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.Overbooking;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That every {@link Appointments} keeps the active appointments of one provider apart; run by the in-memory and the
 * PostgreSQL implementation alike. The store need not be empty; each call is a transaction of its own.
 */
public abstract class DoubleBookingContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract AppointmentViews views();

    @ParameterizedTest
    @CsvSource(textBlock = """
            NEW_PATIENT,     40
            FOLLOW_UP,       20
            ROUTINE_CHECKUP, 30
            SICK_VISIT,      20
            TELEHEALTH,      20
            """)
    void anAppointmentTakesTheTimeOfItsType(AppointmentType type, int minutes) {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var first = booked(okafor, patient, MONDAY_9AM, type);
        var end = MONDAY_9AM.plus(Duration.ofMinutes(minutes));

        assertDoubleBooked(
                List.of(first), () -> booked(okafor, patient, end.minusNanos(1000), AppointmentType.FOLLOW_UP));
        booked(okafor, patient, end, AppointmentType.FOLLOW_UP);
        booked(okafor, patient, MONDAY_9AM.minus(Duration.ofMinutes(20)), AppointmentType.FOLLOW_UP);
    }

    @Test
    void oneThatBeginsBeforeMustEndBefore() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var first = booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);

        assertDoubleBooked(
                List.of(first),
                () -> booked(
                        okafor, patient, MONDAY_9AM.minus(Duration.ofMinutes(20)), AppointmentType.ROUTINE_CHECKUP));
    }

    @Test
    void twoProvidersAreTakenEachOnTheirOwn() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);

        booked(okafor, okafor.id(), patient, MONDAY_9AM);
        booked(okafor, lindqvist.id(), patient, MONDAY_9AM);

        assertThat(views().find(
                                lindqvist,
                                booked(okafor, lindqvist.id(), patient, MONDAY_9AM.plusSeconds(3600))
                                        .id()))
                .isPresent();
    }

    @Test
    void allThatAreInTheWayAreNamedByTime() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var second = booked(okafor, patient, MONDAY_9AM.plusSeconds(1200), AppointmentType.FOLLOW_UP);
        var first = booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);

        assertDoubleBooked(
                List.of(first, second),
                () -> booked(okafor, patient, MONDAY_9AM.plusSeconds(600), AppointmentType.FOLLOW_UP));
    }

    @Test
    void whatTheActorDoesNotSeeIsNotNamed() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var third = aProvider();
        booked(okafor, third.id(), aPatientOf(okafor), MONDAY_9AM);
        var theirs = aPatientOf(lindqvist);

        assertDoubleBooked(List.of(), () -> booked(lindqvist, third.id(), theirs, MONDAY_9AM));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SCHEDULED", "CHECKED_IN", "IN_PROGRESS"})
    void whatIsNoLongerActiveTakesNoTime(AppointmentStatus over) {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var first = booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
        replaced(okafor, in(over, first));

        booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "CHECKED_IN", "IN_PROGRESS"})
    void whatIsActiveTakesItsTime(AppointmentStatus active) {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var first = booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
        replaced(okafor, in(active, first));

        assertDoubleBooked(List.of(first), () -> booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP));
    }

    @Test
    void whoComesLateAndWhoseTimeWasGivenAwayIsNotCheckedIn() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var late =
                booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP).to(AppointmentStatus.NO_SHOW);
        replaced(okafor, late);
        var next = booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);

        assertDoubleBooked(List.of(next), () -> replaced(okafor, late.to(AppointmentStatus.CHECKED_IN)));

        replaced(okafor, next.to(AppointmentStatus.CANCELLED));
        replaced(okafor, late.to(AppointmentStatus.CHECKED_IN));
    }

    @Test
    void whoComesLateIsLetInWhenTheAppointmentMayOverlap() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var late =
                booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP).to(AppointmentStatus.NO_SHOW);
        replaced(okafor, late);
        booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);

        var allowed = late.revised(late.details(), overbooking());
        replaced(okafor, allowed);
        replaced(okafor, allowed.to(AppointmentStatus.CHECKED_IN));

        assertThat(found(okafor, late)).isEqualTo(allowed.to(AppointmentStatus.CHECKED_IN));
    }

    @Test
    void anAppointmentIsNotMovedToWhereAnotherIs() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var first = booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
        var second = booked(okafor, patient, MONDAY_9AM.plusSeconds(1200), AppointmentType.FOLLOW_UP);

        assertDoubleBooked(List.of(first), () -> replaced(okafor, moved(second, MONDAY_9AM.plusSeconds(600), null)));
        assertThat(found(okafor, second)).isEqualTo(second);

        replaced(okafor, moved(second, MONDAY_9AM.plusSeconds(1800), null));
        booked(okafor, patient, MONDAY_9AM.plusSeconds(3000), AppointmentType.FOLLOW_UP);
    }

    @Test
    void anAppointmentIsNotInItsOwnWay() {
        var okafor = aProvider();
        var appointment = booked(okafor, aPatientOf(okafor), MONDAY_9AM, AppointmentType.FOLLOW_UP);

        replaced(okafor, moved(appointment, MONDAY_9AM.plusSeconds(600), null));

        assertThat(found(okafor, appointment).details().at()).isEqualTo(MONDAY_9AM.plusSeconds(600));
    }

    @Test
    void anAppointmentDoesNotBecomeLongerThanThereIsTime() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var first = booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
        var second = booked(okafor, patient, MONDAY_9AM.plusSeconds(1200), AppointmentType.FOLLOW_UP);
        var longer = first.revised(new AppointmentDetails(MONDAY_9AM, AppointmentType.NEW_PATIENT, null, null), null);

        assertDoubleBooked(List.of(second), () -> replaced(okafor, longer));
    }

    @Test
    void anOverbookedAppointmentMayOverlapAndKeepsItsReason() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
        var squeezedIn = overbooked(patient, okafor.id(), MONDAY_9AM);

        appointments().add(okafor, squeezedIn);

        assertThat(found(okafor, squeezedIn)).isEqualTo(squeezedIn);
        assertThat(views().find(okafor, squeezedIn.id()).orElseThrow().overlapReason())
                .isEqualTo(overbooking().overlapReason());
    }

    @Test
    void nobodyIsBookedOverAnOverbookedAppointmentUnawares() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var squeezedIn = overbooked(patient, okafor.id(), MONDAY_9AM);
        appointments().add(okafor, squeezedIn);

        assertDoubleBooked(List.of(squeezedIn), () -> booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP));
    }

    @Test
    void anOverbookedAppointmentThatIsMovedIsCheckedLikeAnyOther() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var first = booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
        var squeezedIn = overbooked(patient, okafor.id(), MONDAY_9AM);
        appointments().add(okafor, squeezedIn);

        assertDoubleBooked(
                List.of(first), () -> replaced(okafor, moved(squeezedIn, MONDAY_9AM.plusSeconds(600), null)));

        var free = moved(squeezedIn, MONDAY_9AM.plusSeconds(1200), null);
        replaced(okafor, free);
        assertThat(found(okafor, squeezedIn)).isEqualTo(free);
        assertThat(free.overbooking()).isNull();
    }

    @Test
    void anAppointmentIsMovedOverAnotherWhenThatIsMeant() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
        var squeezedIn = overbooked(patient, okafor.id(), MONDAY_9AM);
        appointments().add(okafor, squeezedIn);

        var again = moved(squeezedIn, MONDAY_9AM.plusSeconds(600), overbooking());
        replaced(okafor, again);

        assertThat(found(okafor, squeezedIn)).isEqualTo(again);
    }

    @Test
    void aStepOfTheWorkflowKeepsTheOverbookingAndAnotherReasonReplacesIt() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
        var squeezedIn = overbooked(patient, okafor.id(), MONDAY_9AM);
        appointments().add(okafor, squeezedIn);

        var arrived = squeezedIn.to(AppointmentStatus.CHECKED_IN);
        replaced(okafor, arrived);
        assertThat(found(okafor, squeezedIn)).isEqualTo(arrived);

        var explained = arrived.revised(arrived.details(), new Overbooking("The patient insisted."));
        replaced(okafor, explained);
        assertThat(found(okafor, squeezedIn)).isEqualTo(explained);
    }

    @Test
    void whoOnlySeesAnAppointmentDoesNotAllowItToOverlap() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var patient = aPatientOf(okafor);
        booked(okafor, lindqvist.id(), patient, MONDAY_9AM);
        var appointment = booked(okafor, okafor.id(), patient, MONDAY_9AM);
        var allowed = appointment.revised(appointment.details(), overbooking());
        var version =
                appointments().find(lindqvist, appointment.id()).orElseThrow().version();

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> appointments().replace(lindqvist, allowed, version))
                .returns("forbidden", Refusal::code);
        assertThat(found(okafor, appointment)).isEqualTo(appointment);
    }

    @Test
    void whatIsRemovedTakesNoTime() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var squeezedIn = overbooked(patient, okafor.id(), MONDAY_9AM);
        var version = appointments().add(okafor, squeezedIn);

        appointments().remove(okafor, squeezedIn.id(), version);

        booked(okafor, patient, MONDAY_9AM, AppointmentType.FOLLOW_UP);
    }

    private void replaced(Actor by, Appointment appointment) {
        appointments()
                .replace(
                        by,
                        appointment,
                        appointments().find(by, appointment.id()).orElseThrow().version());
    }

    private Appointment found(Actor by, Appointment appointment) {
        return appointments().find(by, appointment.id()).orElseThrow().value();
    }

    private Appointment booked(Actor by, PatientId patient, Instant at, AppointmentType type) {
        return booked(by, by.id(), patient, new AppointmentDetails(at, type, null, null));
    }

    private Appointment booked(Actor by, ProviderId with, PatientId patient, Instant at) {
        return booked(by, with, patient, new AppointmentDetails(at, AppointmentType.FOLLOW_UP, null, null));
    }

    private Appointment booked(Actor by, ProviderId with, PatientId patient, AppointmentDetails details) {
        var appointment = Appointment.book(appointmentId(), patient, with, details, null);
        appointments().add(by, appointment);
        return appointment;
    }

    private static Appointment moved(Appointment appointment, Instant to, @Nullable Overbooking overbooking) {
        return appointment.revised(
                new AppointmentDetails(to, appointment.details().type(), null, null), overbooking);
    }

    private static Appointment in(AppointmentStatus status, Appointment appointment) {
        return new Appointment(
                appointment.id(),
                appointment.patient(),
                appointment.provider(),
                appointment.details(),
                status,
                appointment.overbooking());
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

    private static void assertDoubleBooked(List<Appointment> with, ThrowingCallable call) {
        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(call)
                .returns("double-booked", Refusal::code)
                .returns(
                        with.stream().map(Appointment::id).toList(),
                        refusal -> refusal.facts().get("conflictsWith"));
    }
}
