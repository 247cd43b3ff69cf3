package org.chartroom.appointment.persistence;

import static org.chartroom.jdbc.Columns.timestamptz;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Constraints;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * That appointments may overlap others. The trigger that guards the book looks for it when an appointment is written, so
 * it is written before, in the same transaction.
 */
final class Overbookings {

    /** What the trigger tells; what the constraint itself would tell is no list of ids. */
    private static final Pattern IDS = Pattern.compile("[0-9a-f-]{36}( [0-9a-f-]{36})*");

    private final ActorJdbc jdbc;

    Overbookings(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Of an appointment that is not there yet. */
    void add(Actor by, Appointment appointment) {
        if (appointment.overbooking() == null) return;
        jdbc.as(by.id().value())
                .sql("""
                        insert into booking.overbooking (appointment_id, reason, recorded_by)
                        values (:id, :reason, :actor)
                        """)
                .paramSource(parameters(by, appointment))
                .update();
    }

    /** One for the same time and with the same reason stays what it is; who only sees the appointment changes nothing. */
    void replace(Actor by, Appointment appointment) {
        jdbc.as(by.id().value())
                .sql("""
                        delete from booking.overbooking o
                         using clinic.appointment a
                         where o.appointment_id = :id
                           and a.id = o.appointment_id
                           and (:reason::text is null
                                or o.reason <> :reason
                                or a.appointment_date <> :at
                                or a.appointment_type <> :type::clinic.appointment_type)
                        """)
                .paramSource(parameters(by, appointment))
                .update();
        if (appointment.overbooking() == null) return;
        jdbc.as(by.id().value())
                .sql("""
                        insert into booking.overbooking (appointment_id, reason, recorded_by)
                        select a.id, :reason, :actor
                          from clinic.appointment a
                          join clinic.patient     p on p.id = a.patient_id
                         where a.id = :id
                           and :actor in (a.provider_id, p.provider_id)
                            on conflict (appointment_id) do nothing
                        """)
                .paramSource(parameters(by, appointment))
                .update();
    }

    /** A time that is taken as the refusal that it is, with the appointments that the actor may see. */
    static RuntimeException translated(DataIntegrityViolationException failure) {
        if (!Constraints.violated(failure, "busy_overlap")) return failure;
        var detail = Constraints.detail(failure);
        return AppointmentRefusal.doubleBooked(
                IDS.matcher(detail).matches()
                        ? List.of(detail.split(" ", -1)).stream()
                                .map(id -> new AppointmentId(UUID.fromString(id)))
                                .toList()
                        : List.of());
    }

    private static MapSqlParameterSource parameters(Actor by, Appointment appointment) {
        return new MapSqlParameterSource()
                .addValue("id", appointment.id().value())
                .addValue("actor", by.id().value())
                .addValue("at", timestamptz(appointment.details().at()))
                .addValue("type", appointment.details().type().toString())
                .addValue("reason", reason(appointment));
    }

    private static @Nullable String reason(Appointment appointment) {
        var overbooking = appointment.overbooking();
        return overbooking == null ? null : overbooking.overlapReason();
    }
}
