package org.chartroom.record.persistence;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.out.WrittenVisits;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWrittenVisits implements WrittenVisits {

    private final ActorJdbc jdbc;

    JdbcWrittenVisits(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Written of(Actor by, AppointmentId appointment) {
        return jdbc.as(by.id().value())
                .sql("""
                        select exists (select from clinic.medical_record r where r.appointment_id = a.id) as record,
                               exists (select from clinic.vital_signs    v where v.appointment_id = a.id) as vital_signs
                          from clinic.appointment a
                          join access.care_team   t on t.patient_id = a.patient_id and t.provider_id = :actor
                         where a.id = :appointment
                        """)
                .param("appointment", appointment.value())
                .param("actor", by.id().value())
                .query((row, _) -> new Written(row.getBoolean("record"), row.getBoolean("vital_signs")))
                .optional()
                .orElseGet(() -> new Written(false, false));
    }
}
