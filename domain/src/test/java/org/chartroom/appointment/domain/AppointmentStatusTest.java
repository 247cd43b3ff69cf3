package org.chartroom.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppointmentStatusTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            SCHEDULED   | CHECKED_IN CANCELLED NO_SHOW
            CHECKED_IN  | IN_PROGRESS CANCELLED NO_SHOW
            IN_PROGRESS | COMPLETED CANCELLED
            COMPLETED   | -
            CANCELLED   | -
            NO_SHOW     | CHECKED_IN
            """)
    void statusesFollowTheTable(AppointmentStatus from, @Nullable String next) {
        var expected = next == null
                ? EnumSet.noneOf(AppointmentStatus.class)
                : Arrays.stream(next.split(" ", -1))
                        .map(AppointmentStatus::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AppointmentStatus.class)));

        assertThat(from.next()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SCHEDULED   | true
            CHECKED_IN  | true
            IN_PROGRESS | true
            COMPLETED   | false
            CANCELLED   | false
            NO_SHOW     | false
            """)
    void anAppointmentIsActiveUntilItsVisitIsOverOrCalledOff(AppointmentStatus status, boolean active) {
        assertThat(status.isActive()).isEqualTo(active);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SCHEDULED   | false
            CHECKED_IN  | false
            IN_PROGRESS | true
            COMPLETED   | true
            CANCELLED   | false
            NO_SHOW     | false
            """)
    void aVisitHasBegunWhenItIsUnderWayOrOver(AppointmentStatus status, boolean begun) {
        assertThat(status.hasBegun()).isEqualTo(begun);
    }

    @Test
    void statusesAreNamedAsTheTicketNamesThem() {
        assertThat(AppointmentStatus.values())
                .extracting(AppointmentStatus::toString)
                .containsExactly("scheduled", "checked_in", "in_progress", "completed", "cancelled", "no_show");
    }

    @Test
    void typesAreNamedAsTheTicketNamesThem() {
        assertThat(AppointmentType.values())
                .extracting(AppointmentType::toString)
                .containsExactly("new_patient", "follow_up", "routine_checkup", "sick_visit", "telehealth");
    }
}
