package org.chartroom.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.daily;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.exception;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.weekly;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.with;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table names what is taken as {@code 08:00-08:20}, of one day in UTC; {@code >} marks the next day. */
class FreeTimesTest {

    private static final LocalDate MONDAY = LocalDate.parse("2030-03-04");
    private static final Duration FOLLOW_UP = Duration.ofMinutes(20);

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            08:00-09:00             |                                     | 20 | 08:00 08:20 08:40
            08:00-09:00             |                                     | 30 | 08:00 08:30
            08:00-09:00             |                                     | 40 | 08:00
            08:00-09:00             |                                     | 60 | 08:00
            08:00-09:00             |                                     | 61 | ''
            08:00-08:50             |                                     | 20 | 08:00 08:20
            08:05-09:00             |                                     | 20 | 08:05 08:25
            08:00-09:00             | 08:00-08:20                         | 20 | 08:20 08:40
            08:00-09:00             | 08:20-08:40                         | 20 | 08:00 08:40
            08:00-09:00             | 08:20-08:40                         | 30 | ''
            08:00-09:00             | 08:10-08:30                         | 20 | 08:30
            08:00-09:00             | 08:10-08:40                         | 20 | 08:40
            08:00-09:00             | 08:00-08:22                         | 20 | 08:25
            08:00-09:00             | 07:50-08:01                         | 20 | 08:05 08:25
            08:00-09:00             | 07:40-08:00 09:00-09:20             | 20 | 08:00 08:20 08:40
            08:00-09:00             | 08:00-08:20 08:20-08:40             | 20 | 08:40
            08:00-09:00             | 08:00-08:40 08:20-08:30             | 20 | 08:40
            08:00-09:00             | 08:20-08:30 08:10-08:40             | 20 | 08:40
            08:00-09:00             | 08:10-08:15 08:17-08:18             | 20 | 08:20 08:40
            08:00-09:00             | 07:00-10:00                         | 20 | ''
            08:00-09:00             | 08:55-09:30                         | 20 | 08:00 08:20
            08:00-09:00 10:00-11:00 | 08:50-10:10                         | 20 | 08:00 08:20 10:10 10:30
            08:00-09:00 09:00-09:30 |                                     | 40 | 08:00
            23:20-24:00             |                                     | 20 | 23:20 23:40
            23:30-24:00             |                                     | 20 | 23:30
            00:00-00:40             |                                     | 20 | 00:00 00:20
            00:00-24:00             | 00:00-23:00                         | 30 | 23:00 23:30
            """)
    void aProviderIsFree(String hours, String taken, int minutes, String free) {
        var times = new FreeTimes(
                        daily(hours.split(" ", -1)), taken(taken), Duration.ofMinutes(minutes), ZoneOffset.UTC)
                .beginningIn(TimeSpan.day(MONDAY, ZoneOffset.UTC));

        assertThat(times.map(time -> time.from().toString().substring(11, 16)))
                .containsExactly(free == null || free.isEmpty() ? new String[0] : free.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-29 | Europe/Berlin    | 01:20-03:20 | 2026-03-29T00:20:00Z 2026-03-29T00:40:00Z 2026-03-29T01:00:00Z
            2026-03-29 | Europe/Berlin    | 02:30-03:20 | 2026-03-29T01:00:00Z
            2026-10-25 | Europe/Berlin    | 02:40-03:20 | 2026-10-25T00:40:00Z 2026-10-25T01:00:00Z 2026-10-25T01:20:00Z 2026-10-25T01:40:00Z 2026-10-25T02:00:00Z
            2026-03-08 | America/New_York | 01:40-03:20 | 2026-03-08T06:40:00Z 2026-03-08T07:00:00Z
            2026-11-01 | America/New_York | 01:40-02:20 | 2026-11-01T05:40:00Z 2026-11-01T06:00:00Z 2026-11-01T06:20:00Z 2026-11-01T06:40:00Z 2026-11-01T07:00:00Z
            2028-02-29 | America/New_York | 08:00-08:40 | 2028-02-29T13:00:00Z 2028-02-29T13:20:00Z
            2026-07-01 | America/New_York | 23:20-24:00 | 2026-07-02T03:20:00Z 2026-07-02T03:40:00Z
            """)
    void anAppointmentIsAsLongAsEverWhenClocksAreChanged(LocalDate day, ZoneId zone, String hours, String free) {
        var times = new FreeTimes(daily(hours), List.of(), FOLLOW_UP, zone).beginningIn(TimeSpan.day(day, zone));

        assertThat(times.map(time -> time.from().toString())).containsExactly(free.split(" ", -1));
    }

    @Test
    void eachTimeIsAsLongAsTheAppointment() {
        assertThat(onMonday("08:00-10:00", "08:03-08:04"))
                .hasSize(5)
                .allSatisfy(time ->
                        assertThat(Duration.between(time.from(), time.to())).isEqualTo(FOLLOW_UP));
    }

    @Test
    void aFractionOfASecondIsRoundedUpToo() {
        var taken = new TimeSpan(at("08:00"), at("08:20").plusNanos(1_000));

        var times = new FreeTimes(daily("08:00-09:00"), List.of(taken), FOLLOW_UP, ZoneOffset.UTC)
                .beginningIn(TimeSpan.day(MONDAY, ZoneOffset.UTC));

        assertThat(times.map(TimeSpan::from)).containsExactly(at("08:25"));
    }

    @Test
    void whatIsAskedForCutsTheListAndMovesNothing() {
        var free = new FreeTimes(daily("08:00-12:00"), taken("08:05-08:25"), FOLLOW_UP, ZoneOffset.UTC);
        var whole = free.beginningIn(TimeSpan.day(MONDAY, ZoneOffset.UTC)).toList();

        assertThat(free.beginningIn(new TimeSpan(at("08:46"), at("09:45")))).isEqualTo(whole.subList(2, 4));
        assertThat(free.beginningIn(new TimeSpan(at("08:45"), at("09:45")))).isEqualTo(whole.subList(1, 4));
    }

    @Test
    void daysFollowOneAnother() {
        var hours = with(
                new WorkingHours(
                        List.of(weekly(Weekday.MONDAY, "23:40-24:00"), weekly(Weekday.TUESDAY, "00:00-00:20")),
                        List.of()),
                exception("2030-03-06", "09:00-09:20"),
                exception("2030-03-11"));

        var times = new FreeTimes(hours, List.of(), FOLLOW_UP, ZoneOffset.UTC)
                .beginningIn(new TimeSpan(at("00:00"), at("00:00").plus(Duration.ofDays(31))));

        assertThat(times.map(time -> time.from().toString()))
                .containsExactly(
                        "2030-03-04T23:40:00Z",
                        "2030-03-05T00:00:00Z",
                        "2030-03-06T09:00:00Z",
                        "2030-03-12T00:00:00Z",
                        "2030-03-18T23:40:00Z",
                        "2030-03-19T00:00:00Z",
                        "2030-03-25T23:40:00Z",
                        "2030-03-26T00:00:00Z",
                        "2030-04-01T23:40:00Z",
                        "2030-04-02T00:00:00Z");
    }

    @Test
    void whoeverHasNoHoursIsNotOffered() {
        assertThat(new FreeTimes(WorkingHours.NONE, List.of(), FOLLOW_UP, ZoneOffset.UTC)
                        .beginningIn(TimeSpan.day(MONDAY, ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void anAppointmentLastsSomeTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FreeTimes(WorkingHours.NONE, List.of(), Duration.ZERO, ZoneOffset.UTC));
    }

    private static List<TimeSpan> onMonday(String hours, String taken) {
        return new FreeTimes(daily(hours), taken(taken), FOLLOW_UP, ZoneOffset.UTC)
                .beginningIn(TimeSpan.day(MONDAY, ZoneOffset.UTC))
                .toList();
    }

    private static List<TimeSpan> taken(String stretches) {
        if (stretches == null) return List.of();
        return Stream.of(stretches.split(" ", -1))
                .map(WorkingHoursFixtures::stretch)
                .map(each -> new TimeSpan(
                        each.from().on(MONDAY, ZoneOffset.UTC), each.to().on(MONDAY, ZoneOffset.UTC)))
                .toList();
    }

    private static Instant at(String time) {
        return TimeOfDay.of(time).on(MONDAY, ZoneOffset.UTC);
    }
}
