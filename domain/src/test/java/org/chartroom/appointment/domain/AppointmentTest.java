package org.chartroom.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.aTime;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.details;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.appointment.domain.AppointmentFixtures.overbooked;
import static org.chartroom.appointment.domain.AppointmentFixtures.overbooking;
import static org.chartroom.appointment.domain.AppointmentStatus.CHECKED_IN;
import static org.chartroom.appointment.domain.AppointmentStatus.COMPLETED;
import static org.chartroom.appointment.domain.AppointmentStatus.SCHEDULED;

import java.time.Instant;
import java.util.List;
import org.chartroom.Records;
import org.chartroom.appointment.AppointmentEntry;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.domain.ProviderFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AppointmentTest {

    @Test
    void aBookedAppointmentIsScheduled() {
        var booked = Appointment.book(
                appointmentId(), PatientFixtures.patientId(), ProviderFixtures.providerId(), details(), null);

        assertThat(booked.status()).isEqualTo(SCHEDULED);
    }

    @Test
    void aScheduledPatientWhoArrivesIsCheckedIn() {
        var scheduled = in(SCHEDULED);

        var arrived = scheduled.to(CHECKED_IN);

        assertThat(arrived)
                .isEqualTo(new Appointment(
                        scheduled.id(),
                        scheduled.patient(),
                        scheduled.provider(),
                        scheduled.details(),
                        CHECKED_IN,
                        null));
    }

    @Test
    void theAppointmentAsItWasStaysAsItWas() {
        var scheduled = in(SCHEDULED);

        scheduled.to(CHECKED_IN);

        assertThat(scheduled.status()).isEqualTo(SCHEDULED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            FROM        | SCHEDULED | CHECKED_IN | IN_PROGRESS | COMPLETED | CANCELLED | NO_SHOW
            SCHEDULED   | no        | yes        | no          | no        | yes       | yes
            CHECKED_IN  | no        | no         | yes         | no        | yes       | yes
            IN_PROGRESS | no        | no         | no          | yes       | yes       | no
            COMPLETED   | no        | no         | no          | no        | no        | no
            CANCELLED   | no        | no         | no          | no        | no        | no
            NO_SHOW     | no        | yes        | no          | no        | no        | no
            """)
    void everyStepIsTakenOrRefusedAsTheTableSays(
            AppointmentStatus from,
            String scheduled,
            String checkedIn,
            String inProgress,
            String completed,
            String cancelled,
            String noShow) {
        var appointment = in(from);

        assertThat(AppointmentStatus.values())
                .extracting(to -> answer(appointment, to))
                .containsExactly(scheduled, checkedIn, inProgress, completed, cancelled, noShow);
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEDULED", "CHECKED_IN", "IN_PROGRESS"})
    void anActiveAppointmentIsCompletedWhenItsVisitIsWrittenUp(AppointmentStatus active) {
        var appointment = in(active);

        var written = appointment.writtenUp();

        assertThat(written)
                .isEqualTo(new Appointment(
                        appointment.id(),
                        appointment.patient(),
                        appointment.provider(),
                        appointment.details(),
                        COMPLETED,
                        null));
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CANCELLED", "NO_SHOW"})
    void aVisitThatIsOverOrNeverWasIsNotWrittenUp(AppointmentStatus over) {
        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> in(over).writtenUp())
                .returns("illegal-transition", Refusal::code)
                .satisfies(refusal -> assertThat(refusal.facts())
                        .containsEntry("from", over)
                        .containsEntry("to", COMPLETED)
                        .containsEntry("allowed", over.next()));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToBeKnownOfAnAppointmentIsRevisedAtAnyTime(AppointmentStatus status) {
        var appointment = in(status);
        var next = agreed(appointment.details().at(), appointment.details().type());

        var revised = appointment.revised(next, null);

        assertThat(revised.details()).isEqualTo(next);
        assertThat(revised.status()).isEqualTo(status);
    }

    @Test
    void aScheduledAppointmentIsMoved() {
        var appointment = in(SCHEDULED);
        var next = agreed(aTime(), AppointmentType.TELEHEALTH);

        assertThat(appointment.revised(next, null))
                .isEqualTo(new Appointment(
                        appointment.id(), appointment.patient(), appointment.provider(), next, SCHEDULED, null));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SCHEDULED")
    void noOtherIsMovedOrBecomesAnotherType(AppointmentStatus status) {
        var appointment = in(status);
        var moved = agreed(aTime(), appointment.details().type());
        var ofAnotherType = agreed(appointment.details().at(), AppointmentType.TELEHEALTH);

        for (var next : List.of(moved, ofAnotherType))
            assertThatExceptionOfType(AppointmentRefusal.class)
                    .isThrownBy(() -> appointment.revised(next, null))
                    .returns("illegal-transition", Refusal::code)
                    .satisfies(refusal -> assertThat(refusal.facts())
                            .containsEntry("from", status)
                            .containsEntry("to", SCHEDULED)
                            .containsEntry("allowed", status.next()));
    }

    @Test
    void anOverbookingHoldsForItsTimeAlone() {
        var appointment = overbooked(PatientFixtures.patientId(), ProviderFixtures.providerId(), aTime());
        var at = appointment.details().at();
        var type = appointment.details().type();
        var another = new Overbooking("The patient asked for it.");

        assertThat(appointment.revised(agreed(at, type), null).overbooking()).isEqualTo(overbooking());
        assertThat(appointment.revised(agreed(at, type), another).overbooking()).isEqualTo(another);
        assertThat(appointment.revised(agreed(aTime(), type), null).overbooking())
                .isNull();
        assertThat(appointment
                        .revised(agreed(at, AppointmentType.NEW_PATIENT), null)
                        .overbooking())
                .isNull();
        assertThat(appointment.revised(agreed(aTime(), type), another).overbooking())
                .isEqualTo(another);
    }

    @Test
    void aVisitThatHasBegunCanBeWrittenAbout() {
        assertThatCode(() -> in(AppointmentStatus.IN_PROGRESS).requireBegun()).doesNotThrowAnyException();
    }

    @Test
    void aStepOfTheWorkflowKeepsTheOverbooking() {
        var appointment = overbooked(PatientFixtures.patientId(), ProviderFixtures.providerId(), aTime());

        assertThat(appointment.to(CHECKED_IN).overbooking()).isEqualTo(overbooking());
        assertThat(appointment.writtenUp().overbooking()).isEqualTo(overbooking());
    }

    private static AppointmentDetails agreed(Instant at, AppointmentType type) {
        return new AppointmentDetails(at, type, null, "Comes with an interpreter.");
    }

    private static String answer(Appointment appointment, AppointmentStatus to) {
        try {
            return appointment.to(to).status() == to ? "yes" : "another";
        } catch (AppointmentRefusal refused) {
            return "no";
        }
    }

    @Test
    void whatIsTakenOverIsWithTheActorUnlessItSaysOtherwise() {
        var entry = entry("scheduled", null, null);

        var checked = Appointment.checked(entry, ProviderFixtures.DR_OKAFOR.id(), false);

        assertThat(checked.providerId()).isEqualTo(ProviderFixtures.DR_OKAFOR.id());
        assertThat(checked.appointmentDate()).isEqualTo(Instant.parse("2001-02-03T04:05:06.123456Z"));
        assertThat(Appointment.checked(checked, ProviderFixtures.DR_LINDQVIST.id(), false))
                .isEqualTo(checked);
    }

    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void ofWhatIsTakenOverSomethingIsWrittenOnceItHasBegun(AppointmentStatus status) {
        var entry = entry(status.toString(), null, null);

        assertThat(wrong(entry, false)).isEmpty();
        if (status.hasBegun()) assertThat(wrong(entry, true)).isEmpty();
        else assertThat(wrong(entry, true)).containsExactly("status: wrong");
    }

    @Test
    void whatIsTakenOverOverlapsWhenItSaysSoAndWhy() {
        assertThat(wrong(entry("scheduled", true, "Urgent."), false)).isEmpty();
        assertThat(wrong(entry("scheduled", true, null), false)).containsExactly("overlapReason: required");
        assertThat(wrong(entry("scheduled", true, " "), false)).containsExactly("overlapReason: blank");
        assertThat(wrong(entry("scheduled", false, "Urgent."), false)).containsExactly("allowOverlap: incomplete");
        assertThat(wrong(entry("scheduled", null, "Urgent."), false)).containsExactly("allowOverlap: incomplete");
        assertThat(wrong(entry("scheduled", false, " "), false)).containsExactly("allowOverlap: incomplete");
    }

    @Test
    void everythingThatIsWrongWithWhatIsTakenOverIsTold() {
        var entry = (AppointmentEntry) Records.with(entry("done", null, null), "appointmentType", "chat");

        assertThat(wrong((AppointmentEntry) Records.with(entry, "appointmentDate", null), true))
                .containsExactlyInAnyOrder(
                        "appointmentDate: required", "appointmentType: malformed", "status: malformed");
        assertThat(wrong((AppointmentEntry) Records.with(entry("done", null, null), "status", null), true))
                .containsExactly("status: required");
    }

    private static AppointmentEntry entry(String status, @Nullable Boolean allowOverlap, @Nullable String reason) {
        return new AppointmentEntry(
                null,
                Instant.parse("2001-02-03T04:05:06.123456789Z"),
                "sick_visit",
                status,
                null,
                null,
                allowOverlap,
                reason);
    }

    private static List<String> wrong(AppointmentEntry entry, boolean written) {
        return Refused.fieldsOf(() -> Appointment.checked(entry, ProviderFixtures.DR_OKAFOR.id(), written));
    }
}
