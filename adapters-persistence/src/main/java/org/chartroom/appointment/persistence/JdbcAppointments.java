package org.chartroom.appointment.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;
import static org.chartroom.jdbc.Columns.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.Appointment;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.Overbooking;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Constraints;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppointments implements Appointments {

    private final ActorJdbc jdbc;
    private final Overbookings overbookings;

    JdbcAppointments(ActorJdbc jdbc) {
        this.jdbc = jdbc;
        this.overbookings = new Overbookings(jdbc);
    }

    @Override
    public Optional<Versioned<Appointment>> find(Actor by, AppointmentId id) {
        return jdbc.as(by.id().value())
                .sql("""
                select a.id, a.patient_id, a.provider_id, a.appointment_date, a.appointment_type, a.status,
                       a.reason, a.notes, o.reason as overlap_reason, a.updated_at
                  from clinic.appointment       a
                  join access.care_team         c on c.patient_id = a.patient_id and c.provider_id = :actor
                  left join booking.overbooking o on o.appointment_id = a.id
                 where a.id = :id
                """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> appointment(row))
                .optional();
    }

    @Override
    public Versioned<Appointment> lock(Actor by, AppointmentId id) {
        return jdbc.as(by.id().value())
                .sql("""
                select a.id, a.patient_id, a.provider_id, a.appointment_date, a.appointment_type, a.status,
                       a.reason, a.notes, o.reason as overlap_reason, a.updated_at
                  from clinic.appointment       a
                  join clinic.patient           p on p.id = a.patient_id
                  left join booking.overbooking o on o.appointment_id = a.id
                 where a.id = :id
                   and :actor in (a.provider_id, p.provider_id)
                   for no key update of a
                """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> appointment(row))
                .optional()
                .orElseThrow(() ->
                        find(by, id).isPresent() ? AppointmentRefusal.notTheActors(id) : AppointmentRefusal.unknown());
    }

    @Override
    public Version add(Actor by, Appointment appointment) {
        overbookings.add(by, appointment);
        try {
            return jdbc.as(by.id().value())
                    .sql("""
                    insert into clinic.appointment
                           (id, patient_id, provider_id, appointment_date, appointment_type, status, reason, notes)
                    select :id, p.id, :provider, :at, :type::clinic.appointment_type,
                           :status::clinic.appointment_status, :reason, :notes
                      from clinic.patient p
                     where p.id = :patient
                       and p.provider_id = :actor
                    returning updated_at
                    """)
                    .paramSource(parameters(by, appointment))
                    .query((row, _) -> version(row))
                    .optional()
                    .orElseThrow(() -> refusedPatient(by, appointment.patient()));
        } catch (DataIntegrityViolationException e) {
            if (Constraints.violated(e, "appointment_provider_id_fkey"))
                throw InvalidInput.of("providerId", "unknown", "there is no such provider");
            // deleted while this one waited for that
            if (Constraints.violated(e, "appointment_patient_id_fkey"))
                throw AppointmentRefusal.unknownPatient(appointment.patient());
            throw Overbookings.translated(e);
        }
    }

    @Override
    public Version replace(Actor by, Appointment appointment, Version seen) {
        overbookings.replace(by, appointment);
        try {
            return jdbc.as(by.id().value())
                    .sql("""
                    update clinic.appointment a
                       set appointment_date = :at,
                           appointment_type = :type::clinic.appointment_type,
                           status           = :status::clinic.appointment_status,
                           reason           = :reason,
                           notes            = :notes
                      from clinic.patient p
                     where a.id = :id
                       and a.updated_at = :seen
                       and p.id = a.patient_id
                       and :actor in (a.provider_id, p.provider_id)
                    returning a.updated_at
                    """)
                    .paramSource(parameters(by, appointment).addValue("seen", timestamptz(seen.at())))
                    .query((row, _) -> version(row))
                    .optional()
                    .orElseThrow(() -> missed(by, appointment.id()));
        } catch (DataIntegrityViolationException e) {
            throw Overbookings.translated(e);
        }
    }

    @Override
    public Version changeStatus(Actor by, AppointmentId id, AppointmentStatus to, Version seen) {
        try {
            return jdbc.as(by.id().value())
                    .sql("""
                    update clinic.appointment a
                       set status = :status::clinic.appointment_status
                      from clinic.patient p
                     where a.id = :id
                       and a.updated_at = :seen
                       and p.id = a.patient_id
                       and :actor in (a.provider_id, p.provider_id)
                    returning a.updated_at
                    """)
                    .param("id", id.value())
                    .param("seen", timestamptz(seen.at()))
                    .param("actor", by.id().value())
                    .param("status", to.toString())
                    .query((row, _) -> version(row))
                    .optional()
                    .orElseThrow(() -> missed(by, id));
        } catch (DataIntegrityViolationException e) {
            throw Overbookings.translated(e);
        }
    }

    /** The patient's row first, as whoever deletes the patient takes it, and as leaving the care team does. */
    @Override
    public Versioned<Appointment> lockToRemove(Actor by, AppointmentId id) {
        var isTheActors = jdbc.as(by.id().value())
                .sql("""
                        select p.id
                          from clinic.appointment a
                          join clinic.patient     p on p.id = a.patient_id
                         where a.id = :id
                           and p.provider_id = :actor
                           for update of p
                        """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((_, _) -> true)
                .optional();
        if (isTheActors.isEmpty())
            throw find(by, id).isPresent() ? AppointmentRefusal.notTheActorsToRemove(id) : AppointmentRefusal.unknown();
        return jdbc.as(by.id().value())
                .sql("""
                        select a.id, a.patient_id, a.provider_id, a.appointment_date, a.appointment_type, a.status,
                               a.reason, a.notes, o.reason as overlap_reason, a.updated_at
                          from clinic.appointment       a
                          join clinic.patient           p on p.id = a.patient_id and p.provider_id = :actor
                          left join booking.overbooking o on o.appointment_id = a.id
                         where a.id = :id
                           for update of a
                        """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query((row, _) -> appointment(row))
                .optional()
                .orElseThrow(AppointmentRefusal::unknown);
    }

    @Override
    public PatientId remove(Actor by, AppointmentId id, Version seen) {
        return jdbc.as(by.id().value())
                .sql("""
                        delete from clinic.appointment a
                         using clinic.patient p
                         where a.id = :id
                           and a.updated_at = :seen
                           and p.id = a.patient_id
                           and p.provider_id = :actor
                        returning a.patient_id
                        """)
                .param("id", id.value())
                .param("seen", timestamptz(seen.at()))
                .param("actor", by.id().value())
                .query((row, _) -> new PatientId(uuid(row, "patient_id")))
                .optional()
                .orElseThrow(
                        () -> AppointmentRefusal.stale(id, lockToRemove(by, id).version()));
    }

    private AppointmentRefusal refusedPatient(Actor by, PatientId patient) {
        var visible = jdbc.as(by.id().value())
                .sql("""
                        select exists (
                            select
                              from access.care_team c
                             where c.patient_id = :patient
                               and c.provider_id = :actor)
                        """)
                .param("patient", patient.value())
                .param("actor", by.id().value())
                .query(Boolean.class)
                .single();
        return visible ? AppointmentRefusal.notTheActorsPatient(patient) : AppointmentRefusal.unknownPatient(patient);
    }

    private AppointmentRefusal missed(Actor by, AppointmentId id) {
        var stored = lock(by, id);
        return AppointmentRefusal.stale(id, stored.version());
    }

    private static MapSqlParameterSource parameters(Actor by, Appointment appointment) {
        return new MapSqlParameterSource()
                .addValue("id", appointment.id().value())
                .addValue("actor", by.id().value())
                .addValue("patient", appointment.patient().value())
                .addValue("provider", appointment.provider().value())
                .addValue("at", timestamptz(appointment.details().at()))
                .addValue("type", appointment.details().type().toString())
                .addValue("status", appointment.status().toString())
                .addValue("reason", appointment.details().reason())
                .addValue("notes", appointment.details().notes());
    }

    private static Versioned<Appointment> appointment(ResultSet row) throws SQLException {
        var overlapReason = row.getString("overlap_reason");
        return new Versioned<>(
                new Appointment(
                        new AppointmentId(uuid(row, "id")),
                        new PatientId(uuid(row, "patient_id")),
                        new ProviderId(uuid(row, "provider_id")),
                        new AppointmentDetails(
                                instant(row, "appointment_date"),
                                constant(row, "appointment_type", AppointmentType.class),
                                row.getString("reason"),
                                row.getString("notes")),
                        constant(row, "status", AppointmentStatus.class),
                        overlapReason == null ? null : new Overbooking(overlapReason)),
                version(row));
    }
}
