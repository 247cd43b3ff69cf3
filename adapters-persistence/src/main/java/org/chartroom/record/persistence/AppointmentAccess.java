package org.chartroom.record.persistence;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.provider.Actor;
import org.chartroom.record.domain.RecordRefusal;

/** Why a statement that writes below an appointment found none to write to. */
final class AppointmentAccess {

    private final ActorJdbc jdbc;

    AppointmentAccess(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a visit that the actor sees, whether it is the actor's to write up. */
    boolean mayWrite(Actor by, AppointmentId id) {
        return jdbc.as(by.id().value())
                .sql("""
                        select access.may_write(:id)
                        """)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Not the actor's to write to: because it is another provider's, or because the actor does not see it at all. */
    RecordRefusal refusal(Actor by, AppointmentId id) {
        var visible = jdbc.as(by.id().value())
                .sql("""
                        select exists (
                            select
                              from clinic.appointment a
                              join access.care_team   t on t.patient_id = a.patient_id and t.provider_id = :actor
                             where a.id = :id)
                        """)
                .param("id", id.value())
                .param("actor", by.id().value())
                .query(Boolean.class)
                .single();
        return visible ? RecordRefusal.notTheActors(id) : RecordRefusal.unknownAppointment();
    }
}
