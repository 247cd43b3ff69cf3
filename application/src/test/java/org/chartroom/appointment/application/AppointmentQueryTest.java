package org.chartroom.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentDetails.EARLIEST;
import static org.chartroom.appointment.domain.AppointmentDetails.LATEST;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.junit.jupiter.api.Test;

class AppointmentQueryTest {

    private static final Instant JUST_TOO_LATE = LATEST.plus(1, ChronoUnit.MICROS);

    @Test
    void whatIsLeftOutBoundsNothing() {
        var query = AppointmentQuery.of(null, null, Set.of(), null);

        assertThat(query.from()).isEqualTo(EARLIEST);
        assertThat(query.to()).isEqualTo(JUST_TOO_LATE);
        assertThat(query.statuses()).containsExactly(AppointmentStatus.values());
    }

    @Test
    void whoeverAsksBeyondAllAppointmentsIsAnsweredAsFarAsTheyGo() {
        var query = AppointmentQuery.of(Instant.MIN, Instant.MAX, Set.of(), null);

        assertThat(query.from()).isEqualTo(EARLIEST);
        assertThat(query.to()).isEqualTo(JUST_TOO_LATE);
    }

    @Test
    void timesAreCutToWholeMicroseconds() {
        var nine = Instant.parse("2030-03-04T09:00:00.000001Z");

        var query = AppointmentQuery.of(nine.plusNanos(1), nine.plusNanos(999), Set.of(), null);

        assertThat(query.from()).isEqualTo(nine);
        assertThat(query.to()).isEqualTo(nine);
    }
}
