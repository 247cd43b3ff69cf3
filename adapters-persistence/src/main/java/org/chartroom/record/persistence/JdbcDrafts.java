package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.uuid;

import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Constraints;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.DraftView;
import org.chartroom.record.application.out.Drafts;
import org.chartroom.record.domain.RecordRefusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrafts implements Drafts {

    private final ActorJdbc jdbc;
    private final AppointmentAccess access;

    JdbcDrafts(ActorJdbc jdbc) {
        this.jdbc = jdbc;
        this.access = new AppointmentAccess(jdbc);
    }

    @Override
    public Optional<DraftView> find(Actor by, AppointmentId appointment) {
        return jdbc.as(by.id().value())
                .sql("""
                        select n.note, n.created_at, n.updated_at
                          from draft.note         n
                          join clinic.appointment a on a.id = n.appointment_id
                          join access.care_team   t on t.patient_id = a.patient_id and t.provider_id = n.provider_id
                         where n.appointment_id = :appointment
                           and n.provider_id = :actor
                        """)
                .param("appointment", appointment.value())
                .param("actor", by.id().value())
                .query((row, _) -> new DraftView(
                        appointment, row.getString("note"), instant(row, "created_at"), instant(row, "updated_at")))
                .optional();
    }

    @Override
    public Saved put(Actor by, AppointmentId appointment, String note) {
        try {
            return jdbc.as(by.id().value())
                    .sql("""
                            with visit as (
                                select a.id, a.patient_id
                                  from clinic.appointment a
                                  join clinic.patient     p on p.id = a.patient_id
                                 where a.id = :appointment
                                   and :actor in (a.provider_id, p.provider_id)
                            ), saved as (
                                insert into draft.note (appointment_id, provider_id, note)
                                select id, :actor, :note
                                  from visit
                                    on conflict on constraint note_pkey
                                    do update set note = excluded.note
                                returning created_at = updated_at as first
                            )
                            select patient_id, first
                              from visit, saved
                            """)
                    .param("appointment", appointment.value())
                    .param("actor", by.id().value())
                    .param("note", note)
                    .query((row, _) -> new Saved(new PatientId(uuid(row, "patient_id")), row.getBoolean("first")))
                    .optional()
                    .orElseThrow(() -> access.refusal(by, appointment));
        } catch (DataIntegrityViolationException e) {
            // deleted while this one waited for that
            if (Constraints.violated(e, "note_appointment_id_fkey")) throw RecordRefusal.unknownAppointment();
            throw e;
        }
    }

    @Override
    public Optional<PatientId> remove(Actor by, AppointmentId appointment) {
        return jdbc.as(by.id().value())
                .sql("""
                        delete from draft.note n
                         using clinic.appointment a
                          join access.care_team   t on t.patient_id = a.patient_id and t.provider_id = :actor
                         where n.appointment_id = :appointment
                           and n.provider_id = :actor
                           and a.id = n.appointment_id
                        returning a.patient_id
                        """)
                .param("appointment", appointment.value())
                .param("actor", by.id().value())
                .query((row, _) -> new PatientId(uuid(row, "patient_id")))
                .optional();
    }
}
