package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.util.HexFormat;
import java.util.List;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Constraints;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.out.Signatures;
import org.chartroom.record.domain.Meaning;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.Signature;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSignatures implements Signatures {

    private final ActorJdbc jdbc;

    JdbcSignatures(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Signature> findAll(Actor by, MedicalRecordId record) {
        return jdbc.as(by.id().value())
                .sql("""
                select s.provider_id, s.signer, s.meaning, s.sha256, s.signed_at
                  from signing.signature     s
                  join clinic.medical_record r on r.id = s.medical_record_id
                  join clinic.appointment    a on a.id = r.appointment_id
                  join access.care_team      t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where s.medical_record_id = :record
                 order by s.signed_at, s.provider_id
                """)
                .param("record", record.value())
                .param("actor", by.id().value())
                .query((row, _) -> new Signature(
                        record,
                        new ProviderId(uuid(row, "provider_id")),
                        row.getString("signer"),
                        constant(row, "meaning", Meaning.class),
                        HexFormat.of().formatHex(row.getBytes("sha256")),
                        instant(row, "signed_at")))
                .list();
    }

    @Override
    public void add(Actor by, Signature signature) {
        try {
            jdbc.as(by.id().value())
                    .sql("""
                    insert into signing.signature (medical_record_id, provider_id, signer, meaning, sha256, signed_at)
                    values (:record, :actor, :signer, :meaning::signing.meaning, :sha256, :signedAt)
                    """)
                    .param("record", signature.record().value())
                    .param("actor", by.id().value())
                    .param("signer", signature.signer())
                    .param("meaning", signature.meaning().toString())
                    .param("sha256", HexFormat.of().parseHex(signature.sha256()))
                    .param("signedAt", timestamptz(signature.signedAt()))
                    .update();
        } catch (DataIntegrityViolationException e) {
            if (Constraints.violated(e, "signature_pkey")) throw RecordRefusal.secondSignature(signature.record());
            throw e;
        }
    }
}
