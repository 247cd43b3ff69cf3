package org.chartroom.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {

    private static final Instant NINE = Instant.parse("2030-03-04T09:00:00Z");

    @Test
    void aTimeDoesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSpan(NINE, NINE.minusNanos(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, Europe/Berlin,     24",
        "2026-03-29, Europe/Berlin,     23",
        "2026-10-25, Europe/Berlin,     25",
        "2026-03-08, America/New_York,  23",
        "2026-11-01, America/New_York,  25",
        "2018-11-04, America/Sao_Paulo, 23",
        "2019-02-16, America/Sao_Paulo, 25",
        "2028-02-29, UTC,               24"
    })
    void aDayHasAsManyHoursAsItsZoneGivesIt(LocalDate day, ZoneId zone, int hours) {
        var span = TimeSpan.day(day, zone);

        assertThat(Duration.between(span.from(), span.to())).isEqualTo(Duration.ofHours(hours));
        assertThat(TimeSpan.day(day.plusDays(1), zone).from()).isEqualTo(span.to());
    }

    @Test
    void whatOnlyTouchesDoesNotOverlap() {
        var hour = TimeSpan.of(NINE, Duration.ofHours(1));

        assertThat(hour.overlaps(TimeSpan.of(hour.to(), Duration.ofHours(1)))).isFalse();
        assertThat(hour.overlaps(new TimeSpan(NINE.minusSeconds(60), NINE))).isFalse();
        assertThat(hour.overlaps(new TimeSpan(NINE.minusSeconds(60), NINE.plusNanos(1))))
                .isTrue();
    }

    @Test
    void theEndIsNoLongerWithin() {
        var hour = TimeSpan.of(NINE, Duration.ofHours(1));

        assertThat(hour.contains(hour.from())).isTrue();
        assertThat(hour.contains(hour.to().minusNanos(1))).isTrue();
        assertThat(hour.contains(hour.to())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-24T22:30:00Z, 2026-10-25T22:59:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2026-10-24T21:59:00Z, 2026-10-25T23:01:00Z, 2026-10-23T22:00:00Z, 2026-10-26T23:00:00Z",
        "2026-10-25T10:00:00Z, 2026-10-25T10:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2026-10-24T22:00:00Z, 2026-10-24T22:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z"
    })
    void theWholeDaysOfATimeAreThoseOfWhichItHasAMoment(Instant from, Instant to, Instant begin, Instant end) {
        assertThat(new TimeSpan(from, to).wholeDays(ZoneId.of("Europe/Berlin"))).isEqualTo(new TimeSpan(begin, end));
    }
}
