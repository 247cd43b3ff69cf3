package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.util.HexFormat;
import java.util.List;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.AddendumView;
import org.chartroom.record.application.out.Addenda;
import org.chartroom.record.domain.Addendum;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAddenda implements Addenda {

    private final ActorJdbc jdbc;

    JdbcAddenda(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AddendumView> findAll(Actor by, MedicalRecordId record) {
        return jdbc.as(by.id().value())
                .sql("""
                select d.number, d.provider_id, d.signer, d.text, d.sha256, d.signed_at
                  from signing.addendum      d
                  join clinic.medical_record r on r.id = d.medical_record_id
                  join clinic.appointment    a on a.id = r.appointment_id
                  join access.care_team      t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where d.medical_record_id = :record
                 order by d.number
                """)
                .param("record", record.value())
                .param("actor", by.id().value())
                .query((row, _) -> AddendumView.of(
                        new Addendum(
                                record,
                                row.getInt("number"),
                                new ProviderId(uuid(row, "provider_id")),
                                row.getString("signer"),
                                row.getString("text"),
                                instant(row, "signed_at")),
                        HexFormat.of().formatHex(row.getBytes("sha256"))))
                .list();
    }

    @Override
    public void add(Actor by, Addendum addendum) {
        jdbc.as(by.id().value())
                .sql("""
                insert into signing.addendum (medical_record_id, number, provider_id, signer, text, sha256, signed_at)
                values (:record, :number, :actor, :signer, :text, :sha256, :signedAt)
                """)
                .param("record", addendum.record().value())
                .param("number", addendum.number())
                .param("actor", by.id().value())
                .param("signer", addendum.signer())
                .param("text", addendum.text())
                .param("sha256", HexFormat.of().parseHex(addendum.sha256()))
                .param("signedAt", timestamptz(addendum.signedAt()))
                .update();
    }
}
