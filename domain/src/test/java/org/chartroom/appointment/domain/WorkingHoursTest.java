package org.chartroom.appointment.domain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.daily;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.exception;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.manifold;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.stretch;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.weekly;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.with;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.kernel.Missing;
import org.chartroom.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            2030-03-04 | 08:00-12:00 13:00-17:30
            2030-03-05 | none
            2030-03-09 | 22:00-24:00
            2030-03-10 | 00:00-02:15
            2028-02-28 | 08:00-12:00 13:00-17:30
            2028-02-29 | 09:05-11:00 11:00-24:00
            2030-12-23 | 08:00-12:00 13:00-17:30
            2030-12-24 | none
            """)
    void aDateHasTheHoursOfItsWeekdayUnlessItIsAnException(LocalDate date, String stretches) {
        var shown = manifold().on(date).stream()
                .map(each -> each.from() + "-" + each.to())
                .collect(joining(" "));

        assertThat(shown).isEqualTo(stretches == null ? "" : stretches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-29 | 01:00-05:00 | 2026-03-29T00:00:00Z | 2026-03-29T03:00:00Z
            2026-03-29 | 01:00-02:30 | 2026-03-29T00:00:00Z | 2026-03-29T01:00:00Z
            2026-03-29 | 02:30-04:00 | 2026-03-29T01:00:00Z | 2026-03-29T02:00:00Z
            2026-10-25 | 01:00-05:00 | 2026-10-24T23:00:00Z | 2026-10-25T04:00:00Z
            2026-10-25 | 01:00-02:30 | 2026-10-24T23:00:00Z | 2026-10-25T00:30:00Z
            2026-10-25 | 02:30-04:00 | 2026-10-25T00:30:00Z | 2026-10-25T03:00:00Z
            2026-10-25 | 00:00-24:00 | 2026-10-24T22:00:00Z | 2026-10-25T23:00:00Z
            """)
    void whenClocksAreChangedAStretchIsLongerOrShorter(LocalDate date, String stretch, String from, String to) {
        assertThat(daily(stretch).on(date, ZoneId.of("Europe/Berlin")))
                .extracting(span -> span.from() + " " + span.to())
                .containsExactly(from + " " + to);
    }

    @Test
    void aStretchWithinTheHourThatDoesNotComeIsNone() {
        assertThat(daily("02:00-03:00").on(LocalDate.parse("2026-03-29"), ZoneId.of("Europe/Berlin")))
                .isEmpty();
    }

    @Test
    void hoursAreInTheOrderOfTheWeekAndTheYear() {
        var hours = new WorkingHours(
                Stream.of(
                                weekly(Weekday.FRIDAY, "08:00-09:00"),
                                weekly(Weekday.MONDAY, "13:00-14:00"),
                                weekly(Weekday.MONDAY, "08:00-09:00"))
                        .toList(),
                List.of(exception("2031-01-01"), exception("2030-12-24", "10:00-11:00", "08:00-09:00")));

        assertThat(hours.weekly())
                .containsExactly(
                        weekly(Weekday.MONDAY, "08:00-09:00"),
                        weekly(Weekday.MONDAY, "13:00-14:00"),
                        weekly(Weekday.FRIDAY, "08:00-09:00"));
        assertThat(hours.exceptions())
                .containsExactly(exception("2030-12-24", "08:00-09:00", "10:00-11:00"), exception("2031-01-01"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11:59-13:00", "07:00-08:01", "09:00-10:00", "07:00-13:00", "08:00-12:00"})
    void stretchesOfADayDoNotOverlap(String other) {
        assertThat(Refused.fieldsOf(() -> new WorkingHours(
                        List.of(
                                weekly(Weekday.TUESDAY, "08:00-12:00"),
                                weekly(Weekday.MONDAY, "08:00-12:00"),
                                weekly(Weekday.MONDAY, other)),
                        List.of())))
                .containsExactly("weekly[2].from: overlapping");
    }

    @Test
    void stretchesOfADayMayTouch() {
        assertThat(Refused.fieldsOf(() -> daily("08:00-12:00", "12:00-13:00", "07:00-08:00")))
                .isEmpty();
    }

    @Test
    void stretchesOfADateDoNotOverlapEither() {
        assertThat(Refused.fieldsOf(() -> exception("2030-12-24", "08:00-12:00", "11:00-13:00")))
                .containsExactly("hours[1].from: overlapping");
    }

    @Test
    void aDateIsOfOneExceptionOnly() {
        assertThat(Refused.fieldsOf(
                        () -> with(daily(), exception("2030-12-24"), exception("2030-12-24", "08:00-12:00"))))
                .containsExactly("exceptions[1].date: repeated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2200-01-01", "+999999999-12-31"})
    void aDateBeyondAllPlansIsOutOfRange(String date) {
        assertThat(Refused.fieldsOf(() -> exception(date))).containsExactly("date: out-of-range");
    }

    @Test
    void aDateHasAtMostTwentyFourStretches() {
        var minutes = Stream.iterate(0, i -> i + 2)
                .map(i -> new Stretch(new TimeOfDay(i), new TimeOfDay(i + 1)))
                .limit(25)
                .toList();

        assertThat(Refused.fieldsOf(() -> new HoursException(LocalDate.EPOCH, minutes)))
                .containsExactly("hours: too-many");
        assertThat(Refused.fieldsOf(() -> new HoursException(LocalDate.EPOCH, minutes.subList(0, 24))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08:00-08:00", "12:00-08:00", "08:00-00:00", "24:00-24:00"})
    void aStretchEndsAfterItBegins(String stretch) {
        assertThat(Refused.fieldsOf(() -> stretch(stretch))).containsExactly("to: out-of-range");
    }

    @Test
    void aDayAndADateAreRequired() {
        assertThat(Refused.fieldsOf(() -> new WeeklyHours(Missing.field(), stretch("08:00-12:00"))))
                .containsExactly("day: required");
        assertThat(Refused.fieldsOf(() -> new HoursException(Missing.field(), List.of())))
                .containsExactly("date: required");
    }

    @Test
    void whatWasRefusedBeforeDoesNotHideWhatElseIsWrong() {
        var refused = Collections.<WeeklyHours>nCopies(1, Missing.field());
        var weekly = Stream.of(
                        refused,
                        List.of(weekly(Weekday.MONDAY, "08:00-12:00"), weekly(Weekday.MONDAY, "09:00-10:00")),
                        refused)
                .flatMap(List::stream)
                .toList();

        assertThat(Refused.fieldsOf(() -> new WorkingHours(weekly, List.of())))
                .containsExactly("weekly[2].from: overlapping");
    }

    @Test
    void aStretchThatWasRefusedOverlapsNone() {
        var refused = new WeeklyHours(Weekday.MONDAY, Missing.field());
        var morning = weekly(Weekday.MONDAY, "08:00-12:00");

        assertThat(Refused.fieldsOf(() -> new WorkingHours(List.of(refused, morning, refused, morning), List.of())))
                .containsExactly("weekly[3].from: overlapping");
        assertThat(Refused.fieldsOf(() -> new HoursException(
                        LocalDate.EPOCH,
                        Arrays.asList(Missing.field(), morning.hours(), Missing.field(), morning.hours()))))
                .containsExactly("hours[3].from: overlapping");
    }

    @Test
    void anExceptionThatWasRefusedIsOfNoDate() {
        var exceptions = Arrays.asList(exception("2030-12-24"), Missing.field(), exception("2030-12-24"));

        assertThat(Refused.fieldsOf(() -> new WorkingHours(List.of(), exceptions)))
                .containsExactly("exceptions[2].date: repeated");
    }

    @Test
    void aStretchWithoutAnEndIsNotToldToEndLater() {
        assertThat(Refused.fieldsOf(() -> new Stretch(Missing.field(), TimeOfDay.of("08:00"))))
                .isEmpty();
        assertThat(Refused.fieldsOf(() -> new Stretch(TimeOfDay.of("08:00"), Missing.field())))
                .isEmpty();
    }

    @Test
    void daysAreNamedAndCountedFromMonday() {
        assertThat(Weekday.values()).extracting(Weekday::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(Weekday.values())
                .extracting(Weekday::toString)
                .containsExactly("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    }
}
