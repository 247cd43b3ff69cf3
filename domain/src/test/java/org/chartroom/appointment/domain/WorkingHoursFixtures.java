package org.chartroom.appointment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

public final class WorkingHoursFixtures {

    /** Each day of the week, {@code 08:00-12:00}. */
    public static WorkingHours daily(String... stretches) {
        return new WorkingHours(
                Stream.of(Weekday.values())
                        .flatMap(day -> Stream.of(stretches).map(text -> weekly(day, text)))
                        .toList(),
                List.of());
    }

    public static WorkingHours with(WorkingHours hours, HoursException... exceptions) {
        return new WorkingHours(hours.weekly(), List.of(exceptions));
    }

    /** Mornings and afternoons, a night, a day off and a date of its own. */
    public static WorkingHours manifold() {
        return new WorkingHours(
                List.of(
                        weekly(Weekday.MONDAY, "08:00-12:00"),
                        weekly(Weekday.MONDAY, "13:00-17:30"),
                        weekly(Weekday.SATURDAY, "22:00-24:00"),
                        weekly(Weekday.SUNDAY, "00:00-02:15")),
                List.of(exception("2028-02-29", "09:05-11:00", "11:00-24:00"), exception("2030-12-24")));
    }

    public static WeeklyHours weekly(Weekday day, String stretch) {
        return new WeeklyHours(day, stretch(stretch));
    }

    public static HoursException exception(String date, String... stretches) {
        return new HoursException(
                LocalDate.parse(date),
                Stream.of(stretches).map(WorkingHoursFixtures::stretch).toList());
    }

    /** {@code 08:00-12:00}. */
    public static Stretch stretch(String text) {
        var ends = text.split("-", 2);
        return new Stretch(TimeOfDay.of(ends[0]), TimeOfDay.of(ends[1]));
    }

    private WorkingHoursFixtures() {}
}
