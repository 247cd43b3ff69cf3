package org.chartroom.record.persistence;

import java.util.List;
import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.DeletionReceipt;
import org.chartroom.record.application.out.ChartRows;
import org.springframework.stereotype.Repository;

/**
 * Rows are locked from the top down, as everybody else locks them, each more strongly than a foreign key below asks for:
 * what is being written there is waited for, and nothing new comes.
 */
@Repository
class JdbcChartRows implements ChartRows {

    private static final List<String> LOCKS = List.of("""
            select a.id
              from clinic.appointment a
              join clinic.patient     p on p.id = a.patient_id
             where p.id = :patient
               and p.provider_id = :actor
             order by a.id
               for update of a
            """, """
            select r.id
              from clinic.medical_record r
              join clinic.appointment    a on a.id = r.appointment_id
              join clinic.patient        p on p.id = a.patient_id
             where p.id = :patient
               and p.provider_id = :actor
             order by r.id
               for update of r
            """, """
            select v.id
              from clinic.vital_signs v
              join clinic.appointment a on a.id = v.appointment_id
              join clinic.patient     p on p.id = a.patient_id
             where p.id = :patient
               and p.provider_id = :actor
             order by v.id
               for update of v
            """);

    private static final String COUNT = """
            with patient as materialized (
                select id from clinic.patient where id = :patient and provider_id = :actor
            ), appointment as materialized (
                select a.id from clinic.appointment a join patient p on p.id = a.patient_id
            ), record as materialized (
                select r.id from clinic.medical_record r join appointment a on a.id = r.appointment_id
            )
            select (select count(*) from patient)                                                                    as patients,
                   (select count(*) from clinic.allergy           c join patient     p on p.id = c.patient_id)        as allergies,
                   (select count(*) from clinic.chronic_condition c join patient     p on p.id = c.patient_id)        as chronic_conditions,
                   (select count(*) from appointment)                                                                as appointments,
                   (select count(*) from record)                                                                     as medical_records,
                   (select count(*) from clinic.symptom           c join record      r on r.id = c.medical_record_id) as symptoms,
                   (select count(*) from clinic.prescription      c join record      r on r.id = c.medical_record_id) as prescriptions,
                   (select count(*) from clinic.vital_signs       c join appointment a on a.id = c.appointment_id)    as vital_signs,
                   (select count(*) from signing.signature        c join record      r on r.id = c.medical_record_id) as signatures,
                   (select count(*) from signing.addendum         c join record      r on r.id = c.medical_record_id) as addenda,
                   (select count(*) from scribe.proposal          c join record      r on r.id = c.medical_record_id) as proposals,
                   (select count(*) from history.row_version      c join patient     p on p.id = c.patient_id)        as row_versions
            """;

    private final ActorJdbc jdbc;

    JdbcChartRows(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public DeletionReceipt lock(Actor by, PatientId patient) {
        for (var lock : LOCKS)
            jdbc.as(by.id().value())
                    .sql(lock)
                    .param("patient", patient.value())
                    .param("actor", by.id().value())
                    .query(UUID.class)
                    .list();
        return jdbc.as(by.id().value())
                .sql(COUNT)
                .param("patient", patient.value())
                .param("actor", by.id().value())
                .query((row, _) -> new DeletionReceipt(
                        patient,
                        row.getInt("patients"),
                        row.getInt("allergies"),
                        row.getInt("chronic_conditions"),
                        row.getInt("appointments"),
                        row.getInt("medical_records"),
                        row.getInt("symptoms"),
                        row.getInt("prescriptions"),
                        row.getInt("vital_signs"),
                        row.getInt("signatures"),
                        row.getInt("addenda"),
                        row.getInt("proposals"),
                        row.getInt("row_versions")))
                .single();
    }
}
