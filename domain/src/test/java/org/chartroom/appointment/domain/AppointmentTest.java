package org.chartroom.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.appointment.domain.AppointmentFixtures.details;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.appointment.domain.AppointmentStatus.CHECKED_IN;
import static org.chartroom.appointment.domain.AppointmentStatus.COMPLETED;
import static org.chartroom.appointment.domain.AppointmentStatus.SCHEDULED;

import org.chartroom.kernel.Refusal;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.domain.ProviderFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AppointmentTest {

    @Test
    void aBookedAppointmentIsScheduled() {
        var booked = Appointment.book(
                appointmentId(), PatientFixtures.patientId(), ProviderFixtures.providerId(), details());

        assertThat(booked.status()).isEqualTo(SCHEDULED);
    }

    @Test
    void aScheduledPatientWhoArrivesIsCheckedIn() {
        var scheduled = in(SCHEDULED);

        var arrived = scheduled.to(CHECKED_IN);

        assertThat(arrived)
                .isEqualTo(new Appointment(
                        scheduled.id(), scheduled.patient(), scheduled.provider(), scheduled.details(), CHECKED_IN));
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
                        COMPLETED));
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

    private static String answer(Appointment appointment, AppointmentStatus to) {
        try {
            return appointment.to(to).status() == to ? "yes" : "another";
        } catch (AppointmentRefusal refused) {
            return "no";
        }
    }
}
