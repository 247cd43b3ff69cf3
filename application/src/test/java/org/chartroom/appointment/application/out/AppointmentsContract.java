package org.chartroom.appointment.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.MONDAY_9AM;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.bareAppointment;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.patient.domain.PatientFixtures.MANY_SCRIPTS;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Appointments} and {@link AppointmentViews} must do; run by the in-memory and the PostgreSQL
 * implementation alike. The store need not be empty; each call is a transaction of its own.
 */
public abstract class AppointmentsContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract AppointmentViews views();

    @Test
    void anAppointmentIsFoundAgain() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());

        appointments().add(okafor, appointment);

        assertThat(found(okafor, appointment)).isEqualTo(appointment);
    }

    @Test
    void anAppointmentWithNothingOptionalIsFoundAgain() {
        var okafor = aProvider();
        var appointment = bareAppointment(aPatientOf(okafor), okafor.id());

        appointments().add(okafor, appointment);

        assertThat(found(okafor, appointment)).isEqualTo(appointment);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsKept(AppointmentType type) {
        var okafor = aProvider();
        var appointment = booked(okafor, new AppointmentDetails(MONDAY_9AM, type, null, null));

        assertThat(found(okafor, appointment).details().type()).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusIsKept(AppointmentStatus status) {
        var okafor = aProvider();
        var appointment = in(status, aPatientOf(okafor), okafor.id());

        appointments().add(okafor, appointment);

        assertThat(found(okafor, appointment).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00Z",
                "1911-04-08T23:59:59.999999Z",
                "2026-03-29T01:30:00Z",
                "2026-10-25T01:30:00.000001Z",
                "2199-12-31T23:59:59.999999Z"
            })
    void theTimeIsKeptToTheMicrosecond(Instant at) {
        var okafor = aProvider();
        var appointment = booked(okafor, new AppointmentDetails(at, AppointmentType.FOLLOW_UP, null, null));

        assertThat(found(okafor, appointment).details().at()).isEqualTo(at);
    }

    @Test
    void textsOfEveryScriptAreKeptToTheByte() {
        var okafor = aProvider();
        var details = new AppointmentDetails(MONDAY_9AM, AppointmentType.FOLLOW_UP, MANY_SCRIPTS, MANY_SCRIPTS);

        var appointment = booked(okafor, details);

        assertThat(found(okafor, appointment).details()).isEqualTo(details);
    }

    @Test
    void theLongestTextsFit() {
        var okafor = aProvider();
        var longest = "🫀".repeat(20_000);
        var details = new AppointmentDetails(MONDAY_9AM, AppointmentType.FOLLOW_UP, longest, longest);

        var appointment = booked(okafor, details);

        assertThat(found(okafor, appointment).details()).isEqualTo(details);
    }

    @Test
    void aPatientMayBeBookedWithAColleague() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var appointment = appointment(aPatientOf(okafor), lindqvist.id());

        appointments().add(okafor, appointment);

        assertThat(found(okafor, appointment)).isEqualTo(appointment);
    }

    @Test
    void anAppointmentIsShownAsStored() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());

        var at = appointments().add(okafor, appointment).at();

        assertThat(views().find(okafor, appointment.id()))
                .contains(new AppointmentView(
                        appointment.id(),
                        appointment.patient(),
                        okafor.id(),
                        appointment.details().at(),
                        appointment.details().type(),
                        AppointmentStatus.SCHEDULED,
                        appointment.details().reason(),
                        appointment.details().notes(),
                        null,
                        at,
                        at));
    }

    @Test
    void theVersionThatAddingAnswersIsTheOneThatIsFound() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());

        var version = appointments().add(okafor, appointment);

        assertThat(appointments().find(okafor, appointment.id()).orElseThrow().version())
                .isEqualTo(version);
    }

    @Test
    void whatIsLockedIsWhatIsFound() {
        var okafor = aProvider();
        var appointment = aBookingOf(okafor);

        assertThat(appointments().find(okafor, appointment.id()))
                .contains(appointments().lock(okafor, appointment.id()));
    }

    @Test
    void anUnknownAppointmentIsNotFound() {
        var okafor = aProvider();

        assertThat(appointments().find(okafor, appointmentId())).isEmpty();
    }

    @Test
    void anUnknownAppointmentIsNotLocked() {
        var okafor = aProvider();

        assertNotFound(() -> appointments().lock(okafor, appointmentId()));
    }

    @Test
    void anUnknownAppointmentIsNotShown() {
        var okafor = aProvider();

        assertThat(views().find(okafor, appointmentId())).isEmpty();
    }

    @Test
    void aStrangerDoesNotFindAnAppointment() {
        var appointment = aBookingOf(aProvider());
        var stranger = aProvider();

        assertThat(appointments().find(stranger, appointment.id())).isEmpty();
    }

    @Test
    void aStrangerDoesNotLockAnAppointment() {
        var appointment = aBookingOf(aProvider());
        var stranger = aProvider();

        assertNotFound(() -> appointments().lock(stranger, appointment.id()));
    }

    @Test
    void aStrangerIsNotShownAnAppointment() {
        var appointment = aBookingOf(aProvider());
        var stranger = aProvider();

        assertThat(views().find(stranger, appointment.id())).isEmpty();
    }

    @Test
    void anUnknownPatientIsNotBooked() {
        var okafor = aProvider();

        assertNotFound(() -> appointments().add(okafor, appointment(patientId(), okafor.id())));
    }

    @Test
    void anotherProvidersPatientIsNotBooked() {
        var patient = aPatientOf(aProvider());
        var stranger = aProvider();

        assertNotFound(() -> appointments().add(stranger, appointment(patient, stranger.id())));
    }

    @Test
    void nobodyIsBookedWithAnUnknownProvider() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);

        assertThat(Refused.fieldsOf(() -> appointments().add(okafor, appointment(patient, providerId()))))
                .containsExactly("providerId: unknown");
    }

    @Test
    void whoIsRefusedIsNotBooked() {
        var patient = aPatientOf(aProvider());
        var stranger = aProvider();
        var appointment = appointment(patient, stranger.id());

        assertThatCode(() -> appointments().add(stranger, appointment)).isInstanceOf(AppointmentRefusal.class);

        assertThat(appointments().find(stranger, appointment.id())).isEmpty();
    }

    @Test
    void aChangedAppointmentIsFoundAsItIsNow() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var version = appointments().add(okafor, appointment);
        var changed = new Appointment(
                appointment.id(),
                appointment.patient(),
                appointment.provider(),
                new AppointmentDetails(MONDAY_9AM.plusSeconds(1800), AppointmentType.TELEHEALTH, null, "Call her."),
                AppointmentStatus.CHECKED_IN,
                null);

        appointments().replace(okafor, changed, version);

        assertThat(found(okafor, appointment)).isEqualTo(changed);
    }

    @Test
    void aReplacementStaysWithItsPatient() {
        var okafor = aProvider();
        var another = aPatientOf(okafor);
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var version = appointments().add(okafor, appointment);

        appointments()
                .replace(
                        okafor,
                        new Appointment(
                                appointment.id(),
                                another,
                                okafor.id(),
                                appointment.details(),
                                AppointmentStatus.CHECKED_IN,
                                null),
                        version);

        assertThat(found(okafor, appointment).patient()).isEqualTo(appointment.patient());
    }

    @Test
    void aReplacementStaysWithItsProvider() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var version = appointments().add(okafor, appointment);

        appointments()
                .replace(
                        okafor,
                        new Appointment(
                                appointment.id(),
                                appointment.patient(),
                                lindqvist.id(),
                                appointment.details(),
                                AppointmentStatus.CHECKED_IN,
                                null),
                        version);

        assertThat(found(okafor, appointment).provider()).isEqualTo(okafor.id());
    }

    @Test
    void everyReplacementMovesTheVersionOn() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var first = appointments().add(okafor, appointment);

        var second = appointments().replace(okafor, appointment, first);
        var third = appointments().replace(okafor, appointment, second);

        assertThat(List.of(first.at(), second.at(), third.at())).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theVersionThatReplacingAnswersIsTheOneThatIsFound() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var added = appointments().add(okafor, appointment);

        var replaced = appointments().replace(okafor, appointment, added);

        assertThat(appointments().find(okafor, appointment.id()).orElseThrow().version())
                .isEqualTo(replaced);
    }

    @Test
    void anAppointmentKeepsTheTimeOfItsBooking() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var added = appointments().add(okafor, appointment);

        appointments().replace(okafor, appointment, added);

        assertThat(views().find(okafor, appointment.id()).orElseThrow().createdAt())
                .isEqualTo(added.at());
    }

    @Test
    void aStaleReplacementIsToldTheCurrentVersion() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var seen = appointments().add(okafor, appointment);
        var current = appointments().replace(okafor, appointment, seen);

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> appointments().replace(okafor, appointment, seen))
                .returns("stale-version", Refusal::code)
                .returns(appointment.id(), refusal -> refusal.facts().get("appointmentId"))
                .returns(current, refusal -> refusal.facts().get("current"));
    }

    @Test
    void aStaleReplacementChangesNothing() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var seen = appointments().add(okafor, appointment);
        appointments().replace(okafor, appointment, seen);
        var before = views().find(okafor, appointment.id());

        assertThatCode(() -> appointments().replace(okafor, appointment.to(AppointmentStatus.CANCELLED), seen))
                .isInstanceOf(AppointmentRefusal.class);

        assertThat(views().find(okafor, appointment.id())).isEqualTo(before);
    }

    @Test
    void anUnknownAppointmentIsNotReplaced() {
        var okafor = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var seen = appointments().add(okafor, appointment);

        assertNotFound(() -> appointments().replace(okafor, appointment(appointment.patient(), okafor.id()), seen));
    }

    @Test
    void aStrangerDoesNotReplaceAnAppointment() {
        var okafor = aProvider();
        var stranger = aProvider();
        var appointment = appointment(aPatientOf(okafor), okafor.id());
        var seen = appointments().add(okafor, appointment);

        assertNotFound(() -> appointments().replace(stranger, appointment, seen));
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

    private Appointment aBookingOf(Actor by) {
        var appointment = appointment(aPatientOf(by), by.id());
        appointments().add(by, appointment);
        return appointment;
    }

    private Appointment booked(Actor by, AppointmentDetails details) {
        var appointment = Appointment.book(appointmentId(), aPatientOf(by), by.id(), details, null);
        appointments().add(by, appointment);
        return appointment;
    }

    private Appointment found(Actor by, Appointment appointment) {
        return appointments().find(by, appointment.id()).orElseThrow().value();
    }

    @Test
    void anotherStatusChangesNothingElse() {
        var okafor = aProvider();
        var appointment = in(AppointmentStatus.CHECKED_IN, aPatientOf(okafor), okafor.id());
        var seen = appointments().add(okafor, appointment);

        var version = appointments().changeStatus(okafor, appointment.id(), AppointmentStatus.COMPLETED, seen);

        assertThat(appointments().find(okafor, appointment.id()))
                .contains(new Versioned<>(
                        new Appointment(
                                appointment.id(),
                                appointment.patient(),
                                appointment.provider(),
                                appointment.details(),
                                AppointmentStatus.COMPLETED,
                                appointment.overbooking()),
                        version));
        assertThat(version.at()).isAfter(seen.at());
    }

    @Test
    void theStatusOfAnAppointmentThatWasChangedSinceStays() {
        var okafor = aProvider();
        var appointment = in(AppointmentStatus.CHECKED_IN, aPatientOf(okafor), okafor.id());
        var seen = appointments().add(okafor, appointment);
        var current = appointments().changeStatus(okafor, appointment.id(), AppointmentStatus.IN_PROGRESS, seen);

        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(
                        () -> appointments().changeStatus(okafor, appointment.id(), AppointmentStatus.NO_SHOW, seen))
                .returns("stale-version", Refusal::code)
                .returns(current, refusal -> refusal.facts().get("current"));
        assertThat(found(okafor, appointment).status()).isEqualTo(AppointmentStatus.IN_PROGRESS);
    }

    @Test
    void aStrangerChangesNoStatus() {
        var okafor = aProvider();
        var stranger = aProvider();
        var appointment = in(AppointmentStatus.CHECKED_IN, aPatientOf(okafor), okafor.id());
        var seen = appointments().add(okafor, appointment);

        assertNotFound(
                () -> appointments().changeStatus(stranger, appointment.id(), AppointmentStatus.COMPLETED, seen));
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(AppointmentRefusal.class).isThrownBy(call).returns("not-found", Refusal::code);
    }
}
