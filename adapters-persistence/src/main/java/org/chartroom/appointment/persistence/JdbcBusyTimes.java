package org.chartroom.appointment.persistence;

import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;

import java.time.Duration;
import java.util.List;
import org.chartroom.appointment.application.out.BusyTimes;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.TimeSpan;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBusyTimes implements BusyTimes {

    private final ActorJdbc jdbc;

    JdbcBusyTimes(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimeSpan> find(Actor by, ProviderId provider, TimeSpan within) {
        return jdbc.as(by.id().value())
                .sql("""
                select lower(taken) as begins_at, upper(taken) as ends_at
                  from booking.taken(:provider, tstzrange(:from, :to)) taken
                """)
                .param("provider", provider.value())
                .param("from", timestamptz(within.from()))
                .param("to", timestamptz(within.to()))
                .query((row, _) -> new TimeSpan(instant(row, "begins_at"), instant(row, "ends_at")))
                .list();
    }

    @Override
    public Duration length(Actor by, AppointmentType type) {
        return jdbc.as(by.id().value())
                .sql("""
                select minutes
                  from booking.appointment_length
                 where appointment_type = :type::clinic.appointment_type
                """)
                .param("type", type.toString())
                .query((row, _) -> Duration.ofMinutes(row.getInt("minutes")))
                .single();
    }
}
