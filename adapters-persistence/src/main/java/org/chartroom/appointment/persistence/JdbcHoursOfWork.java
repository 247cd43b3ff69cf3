package org.chartroom.appointment.persistence;

import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chartroom.appointment.application.out.HoursOfWork;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.HoursException;
import org.chartroom.appointment.domain.Stretch;
import org.chartroom.appointment.domain.TimeOfDay;
import org.chartroom.appointment.domain.Weekday;
import org.chartroom.appointment.domain.WeeklyHours;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHoursOfWork implements HoursOfWork {

    private final ActorJdbc jdbc;

    JdbcHoursOfWork(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Versioned<WorkingHours>> find(Actor by, ProviderId provider) {
        return jdbc.as(by.id().value())
                .sql("""
                select coalesce(h.updated_at, p.created_at) as updated_at,
                       stretch.day, stretch.date, to_char(stretch.starts, 'HH24:MI') as starts,
                       to_char(stretch.ends, 'HH24:MI') as ends
                  from clinic.provider p
                  left join booking.working_hours h on h.provider_id = p.id
                  left join lateral (
                           select w.day, null::date as date, w.starts, w.ends
                             from booking.weekly_hours w
                            where w.provider_id = p.id
                        union all
                           select null, e.date, s.starts, s.ends
                             from booking.hours_exception      e
                             left join booking.exception_hours s on s.provider_id = e.provider_id and s.date = e.date
                            where e.provider_id = p.id
                       ) stretch on true
                 where p.id = :provider
                   and not exists (select from access.disabled_provider d where d.provider_id = p.id)
                """)
                .param("provider", provider.value())
                .query(JdbcHoursOfWork::hours);
    }

    /** One statement, so that of two first changes the second waits for the row of the first and finds it newer. */
    @Override
    public Version replace(Actor by, WorkingHours hours, Version seen) {
        var version = jdbc.as(by.id().value())
                .sql("""
                insert into booking.working_hours as h (provider_id)
                select p.id
                  from clinic.provider p
                  left join booking.working_hours stored on stored.provider_id = p.id
                 where p.id = :actor
                   and coalesce(stored.updated_at, p.created_at) = :seen
                    on conflict (provider_id) do update
                   set updated_at = excluded.updated_at
                 where h.updated_at = :seen
                returning updated_at
                """)
                .param("actor", by.id().value())
                .param("seen", timestamptz(seen.at()))
                .query((row, _) -> version(row))
                .optional()
                .orElseThrow(() -> AppointmentRefusal.staleHours(by.id(), get(by).version()));
        removeAll(by);
        addWeekly(by, hours.weekly());
        addExceptions(by, hours.exceptions());
        return version;
    }

    private void removeAll(Actor by) {
        jdbc.as(by.id().value()).sql("""
                with weekly as (
                    delete from booking.weekly_hours where provider_id = :actor
                )
                delete from booking.hours_exception where provider_id = :actor
                """).param("actor", by.id().value()).update();
    }

    private void addWeekly(Actor by, List<WeeklyHours> weekly) {
        jdbc.batchesAs(by.id().value())
                .batchUpdate(
                        """
                insert into booking.weekly_hours (provider_id, day, starts, ends)
                values (:actor, :day, :starts::time, :ends::time)
                """,
                        weekly.stream()
                                .map(each -> parameters(by, each.hours())
                                        .addValue("day", each.day().number()))
                                .toArray(SqlParameterSource[]::new));
    }

    private void addExceptions(Actor by, List<HoursException> exceptions) {
        jdbc.batchesAs(by.id().value())
                .batchUpdate(
                        """
                insert into booking.hours_exception (provider_id, date)
                values (:actor, :date)
                """,
                        exceptions.stream()
                                .map(each -> new MapSqlParameterSource(
                                                "actor", by.id().value())
                                        .addValue("date", each.date()))
                                .toArray(SqlParameterSource[]::new));
        jdbc.batchesAs(by.id().value())
                .batchUpdate(
                        """
                insert into booking.exception_hours (provider_id, date, starts, ends)
                values (:actor, :date, :starts::time, :ends::time)
                """,
                        exceptions.stream()
                                .flatMap(exception -> exception.hours().stream()
                                        .map(each -> parameters(by, each).addValue("date", exception.date())))
                                .toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(Actor by, Stretch stretch) {
        return new MapSqlParameterSource("actor", by.id().value())
                .addValue("starts", stretch.from().toString())
                .addValue("ends", stretch.to().toString());
    }

    private static Optional<Versioned<WorkingHours>> hours(ResultSet rows) throws SQLException {
        if (!rows.next()) return Optional.empty();
        var version = version(rows);
        var weekly = new ArrayList<WeeklyHours>();
        Map<LocalDate, List<Stretch>> exceptions = new TreeMap<>();
        do {
            var date = rows.getObject("date", LocalDate.class);
            if (date != null) stretch(rows).forEach(exceptions.computeIfAbsent(date, _ -> new ArrayList<>())::add);
            else {
                var day = rows.getInt("day");
                for (var stretch : stretch(rows).toList()) weekly.add(new WeeklyHours(Weekday.of(day), stretch));
            }
        } while (rows.next());
        return Optional.of(new Versioned<>(
                new WorkingHours(
                        weekly,
                        exceptions.entrySet().stream()
                                .map(each -> new HoursException(each.getKey(), each.getValue()))
                                .toList()),
                version));
    }

    /** None in the row of a day off, or of a provider without hours. */
    private static Stream<Stretch> stretch(ResultSet row) throws SQLException {
        var starts = row.getString("starts");
        return starts == null
                ? Stream.empty()
                : Stream.of(new Stretch(TimeOfDay.of(starts), TimeOfDay.of(row.getString("ends"))));
    }
}
