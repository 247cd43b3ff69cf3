package org.chartroom.appointment.web;

import java.time.LocalDate;
import java.util.List;
import org.chartroom.appointment.domain.HoursException;
import org.chartroom.appointment.domain.Stretch;
import org.chartroom.appointment.domain.TimeOfDay;
import org.chartroom.appointment.domain.Weekday;
import org.chartroom.appointment.domain.WeeklyHours;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Working hours as a client reads and writes them, in the clinic's local time. Days and exceptions are those of opening
 * hours elsewhere: a name of the day as schema.org has it, in lower case as all values here; times {@code HH:mm} as ISO
 * 8601 has them, {@code 24:00} being a day's end; dates apart, each with what holds instead, like the special hours of
 * business listings. A list that is left out is empty.
 */
record HoursBody(
        @Nullable List<WeeklyBody> weekly, @Nullable List<ExceptionBody> exceptions) {

    static HoursBody of(WorkingHours hours) {
        return new HoursBody(
                hours.weekly().stream().map(WeeklyBody::of).toList(),
                hours.exceptions().stream().map(ExceptionBody::of).toList());
    }

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    WorkingHours hours() {
        var wrong = new Violations();
        var week = wrong.parts("weekly", weekly, WeeklyBody::hours);
        var dates = wrong.parts("exceptions", exceptions, ExceptionBody::exception);
        var hours = wrong.part(() -> new WorkingHours(week, dates));
        wrong.refuse();
        return hours;
    }

    /** A stretch of a weekday. What is not nullable is required: JSON can leave it out, the domain then says so. */
    record WeeklyBody(
            Weekday day, @Nullable String from, @Nullable String to) {

        private static WeeklyBody of(WeeklyHours hours) {
            return new WeeklyBody(
                    hours.day(),
                    hours.hours().from().toString(),
                    hours.hours().to().toString());
        }

        private WeeklyHours hours() {
            var wrong = new Violations();
            var stretch = wrong.part(() -> stretch(from, to));
            var hours = wrong.part(() -> new WeeklyHours(day, stretch));
            wrong.refuse();
            return hours;
        }
    }

    /**
     * A date on which the weekly hours do not hold. What is not nullable is required: JSON can leave it out, the domain
     * then says so.
     *
     * @param hours what holds instead; none on a day off
     */
    record ExceptionBody(LocalDate date, @Nullable List<StretchBody> hours) {

        private static ExceptionBody of(HoursException exception) {
            return new ExceptionBody(
                    exception.date(),
                    exception.hours().stream().map(StretchBody::of).toList());
        }

        private HoursException exception() {
            var wrong = new Violations();
            var stretches = wrong.parts("hours", hours, StretchBody::stretch);
            var exception = wrong.part(() -> new HoursException(date, stretches));
            wrong.refuse();
            return exception;
        }
    }

    /** A stretch of a date. */
    record StretchBody(@Nullable String from, @Nullable String to) {

        private static StretchBody of(Stretch stretch) {
            return new StretchBody(stretch.from().toString(), stretch.to().toString());
        }

        private Stretch stretch() {
            return HoursBody.stretch(from, to);
        }
    }

    private static Stretch stretch(@Nullable String from, @Nullable String to) {
        var wrong = new Violations();
        var begins = wrong.part("from", () -> TimeOfDay.of(from));
        var ends = wrong.part("to", () -> TimeOfDay.of(to));
        var stretch = wrong.part(() -> new Stretch(begins, ends));
        wrong.refuse();
        return stretch;
    }
}
