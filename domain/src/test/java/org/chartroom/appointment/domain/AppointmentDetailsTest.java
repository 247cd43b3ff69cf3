package org.chartroom.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.chartroom.kernel.Missing;
import org.chartroom.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppointmentDetailsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01T00:00:00Z", "2026-01-02T03:04:05.123456Z", "2199-12-31T23:59:59.999999Z"})
    void anAppointmentIsInTheTwentiethToTwentySecondCentury(String at) {
        assertThat(at(Instant.parse(at)).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31T23:59:59.999999999Z",
                "2200-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void anotherCenturyIsOutOfRange(String at) {
        assertThat(Refused.fieldsOf(() -> at(Instant.parse(at)))).containsExactly("appointmentDate: out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02T03:04:05.123456001Z", "2026-01-02T03:04:05.123456999Z"})
    void theTimeIsCutToWholeMicroseconds(String at) {
        assertThat(at(Instant.parse(at)).at()).isEqualTo("2026-01-02T03:04:05.123456Z");
    }

    @Test
    void theLastMicrosecondIsCutAndNotRounded() {
        assertThat(at(Instant.parse("2199-12-31T23:59:59.999999999Z")).at()).isEqualTo("2199-12-31T23:59:59.999999Z");
    }

    @Test
    void timeAndTypeAreNotLeftOut() {
        assertThat(Refused.fieldsOf(() -> new AppointmentDetails(Missing.field(), Missing.field(), null, null)))
                .containsExactly("appointmentDate: required", "appointmentType: required");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(Refused.fieldsOf(() ->
                        new AppointmentDetails(Instant.EPOCH.minusSeconds(9_999_999_999L), Missing.field(), " ", "")))
                .containsExactly(
                        "appointmentDate: out-of-range", "appointmentType: required", "reason: blank", "notes: blank");
    }

    private static AppointmentDetails at(Instant at) {
        return new AppointmentDetails(at, AppointmentType.FOLLOW_UP, null, null);
    }
}
