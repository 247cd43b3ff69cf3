package org.chartroom.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.chartroom.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOfDayTest {

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "08:05", "23:59", "24:00"})
    void aTimePrintsAsItIsWritten(String text) {
        assertThat(TimeOfDay.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "8:00", "08:60", "24:01", "25:00", "08:00:00", "08:00Z", " 08:00", "-1:00", "٠٨:٠٠", "0800"})
    void anythingElseIsNoTime(String text) {
        assertThat(Refused.fieldsOf(() -> TimeOfDay.of(text))).containsExactly(": malformed");
    }

    @Test
    void aTimeIsRequired() {
        assertThat(Refused.fieldsOf(() -> TimeOfDay.of(null))).containsExactly(": required");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1441})
    void aDayHasNoOtherMinutes(int minutes) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeOfDay(minutes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-15 | 08:30 | Europe/Berlin    | 2026-01-15T07:30:00Z
            2026-07-15 | 08:30 | Europe/Berlin    | 2026-07-15T06:30:00Z
            2026-01-15 | 24:00 | Europe/Berlin    | 2026-01-15T23:00:00Z
            2026-03-29 | 01:59 | Europe/Berlin    | 2026-03-29T00:59:00Z
            2026-03-29 | 02:00 | Europe/Berlin    | 2026-03-29T01:00:00Z
            2026-03-29 | 02:30 | Europe/Berlin    | 2026-03-29T01:00:00Z
            2026-03-29 | 03:00 | Europe/Berlin    | 2026-03-29T01:00:00Z
            2026-03-29 | 03:01 | Europe/Berlin    | 2026-03-29T01:01:00Z
            2026-10-25 | 01:59 | Europe/Berlin    | 2026-10-24T23:59:00Z
            2026-10-25 | 02:00 | Europe/Berlin    | 2026-10-25T00:00:00Z
            2026-10-25 | 02:59 | Europe/Berlin    | 2026-10-25T00:59:00Z
            2026-10-25 | 03:00 | Europe/Berlin    | 2026-10-25T02:00:00Z
            2026-03-08 | 02:30 | America/New_York | 2026-03-08T07:00:00Z
            2026-11-01 | 01:30 | America/New_York | 2026-11-01T05:30:00Z
            2026-11-01 | 24:00 | America/New_York | 2026-11-02T05:00:00Z
            2028-02-29 | 24:00 | UTC              | 2028-03-01T00:00:00Z
            2018-11-03 | 24:00 | America/Sao_Paulo | 2018-11-04T03:00:00Z
            2018-11-04 | 00:00 | America/Sao_Paulo | 2018-11-04T03:00:00Z
            2011-12-30 | 12:00 | Pacific/Apia     | 2011-12-30T10:00:00Z
            """)
    void aTimeOfADayIsAnInstantInAZone(LocalDate day, String time, ZoneId zone, Instant instant) {
        assertThat(TimeOfDay.of(time).on(day, zone)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, Europe/Berlin",
        "2026-10-25, Europe/Berlin",
        "2026-03-08, America/New_York",
        "2026-11-01, America/New_York",
        "2018-11-04, America/Sao_Paulo",
        "2019-02-16, America/Sao_Paulo",
        "2026-10-04, Australia/Lord_Howe",
        "2011-12-30, Pacific/Apia"
    })
    void aLaterTimeOfADayIsNeverAnEarlierInstant(LocalDate day, ZoneId zone) {
        assertThat(IntStream.rangeClosed(0, 24 * 60).mapToObj(minutes -> new TimeOfDay(minutes).on(day, zone)))
                .isSorted();
    }
}
