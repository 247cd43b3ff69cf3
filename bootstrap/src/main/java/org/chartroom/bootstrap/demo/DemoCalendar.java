package org.chartroom.bootstrap.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of the demo clinic, counted from today, and its hours, 9:00 to 17:00 in its zone. */
record DemoCalendar(LocalDate today, ZoneId zone) {

    /** On the working day that many days ago, or the nearest one before. */
    Instant daysAgo(int days, int hour, int minute) {
        var day = today.minusDays(days);
        while (!isWorkingDay(day)) day = day.minusDays(1);
        return at(day, hour, minute);
    }

    /** On the working day in that many days, or the nearest one after. */
    Instant inDays(int days, int hour, int minute) {
        var day = today.plusDays(days);
        while (!isWorkingDay(day)) day = day.plusDays(1);
        return at(day, hour, minute);
    }

    /** Today, whatever day of the week it is. */
    Instant todayAt(int hour, int minute) {
        return at(today, hour, minute);
    }

    /** The date that long ago: a birth, a diagnosis. */
    LocalDate dateAgo(int years, int months, int days) {
        return today.minusYears(years).minusMonths(months).minusDays(days);
    }

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(zone).toInstant();
    }
}
