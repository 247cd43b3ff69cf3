package org.chartroom.record.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.optionalUuid;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.jdbc.Constraints;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.FactId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.application.out.Proposals;
import org.chartroom.record.domain.Decision;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.Engine;
import org.chartroom.record.domain.Grounds;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.RecordRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProposals implements Proposals {

    private static final String OF_RECORD = """
            select o.id, o.medical_record_id, o.content, o.evidence, o.transcript_sha256, o.value_not_in_evidence,
                   o.engine_name, o.engine_version, o.provider_id, o.sent_at,
                   o.decision, o.edited, o.fact_id, o.decided_by, o.decided_at
              from scribe.proposal       o
              join clinic.medical_record r on r.id = o.medical_record_id
              join clinic.appointment    a on a.id = r.appointment_id
              join access.care_team      t on t.patient_id = a.patient_id and t.provider_id = :actor
             where o.medical_record_id = :record
            """;

    private final ActorJdbc jdbc;

    JdbcProposals(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Proposal> findAll(Actor by, MedicalRecordId record) {
        return jdbc.as(by.id().value())
                .sql(OF_RECORD + """
                 order by o.sent_at, o.id
                """)
                .param("record", record.value())
                .param("actor", by.id().value())
                .query((row, _) -> proposal(row))
                .list();
    }

    @Override
    public Optional<Proposal> find(Actor by, MedicalRecordId record, ProposalId id) {
        return jdbc.as(by.id().value())
                .sql(OF_RECORD + """
                   and o.id = :id
                """)
                .param("id", id.value())
                .param("record", record.value())
                .param("actor", by.id().value())
                .query((row, _) -> proposal(row))
                .optional();
    }

    @Override
    public int count(Actor by, MedicalRecordId record) {
        return jdbc.as(by.id().value())
                .sql("""
                select count(*) as proposals
                  from scribe.proposal       o
                  join clinic.medical_record r on r.id = o.medical_record_id
                  join clinic.appointment    a on a.id = r.appointment_id
                  join access.care_team      t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where o.medical_record_id = :record
                """)
                .param("record", record.value())
                .param("actor", by.id().value())
                .query((row, _) -> row.getInt("proposals"))
                .single();
    }

    @Override
    public List<ProposalId> undecided(Actor by, MedicalRecordId record) {
        return jdbc.as(by.id().value())
                .sql("""
                select o.id
                  from scribe.proposal       o
                  join clinic.medical_record r on r.id = o.medical_record_id
                  join clinic.appointment    a on a.id = r.appointment_id
                  join access.care_team      t on t.patient_id = a.patient_id and t.provider_id = :actor
                 where o.medical_record_id = :record
                   and o.decision is null
                 order by o.sent_at, o.id
                """)
                .param("record", record.value())
                .param("actor", by.id().value())
                .query((row, _) -> new ProposalId(uuid(row, "id")))
                .list();
    }

    @Override
    public void add(Actor by, MedicalRecordId record, List<Proposal> proposals) {
        try {
            jdbc.batchesAs(by.id().value())
                    .batchUpdate(
                            """
                    insert into scribe.proposal
                           (id, medical_record_id, kind, content, evidence, transcript_sha256, value_not_in_evidence,
                            engine_name, engine_version, provider_id, sent_at)
                    values (:id, :record, :kind::scribe.kind, :content::jsonb, :evidence::jsonb, :transcriptSha256,
                            :valueNotInEvidence, :engineName, :engineVersion, :actor, :sentAt)
                    """,
                            proposals.stream()
                                    .map(proposal -> parameters(by, proposal))
                                    .toArray(SqlParameterSource[]::new));
        } catch (DataIntegrityViolationException e) {
            if (Constraints.violated(e, "signature_holds")) throw RecordRefusal.signed(record);
            throw e;
        }
    }

    private static SqlParameterSource parameters(Actor by, Proposal proposal) {
        var grounds = proposal.grounds();
        return new MapSqlParameterSource()
                .addValue("id", proposal.id().value())
                .addValue("record", proposal.record().value())
                .addValue("kind", proposal.proposed().kind().toString())
                .addValue("content", ProposedJson.text(proposal.proposed()))
                .addValue("evidence", ProposedJson.text(grounds.evidence()))
                .addValue("transcriptSha256", HexFormat.of().parseHex(grounds.transcriptSha256()))
                .addValue("valueNotInEvidence", grounds.valueNotInEvidence())
                .addValue("engineName", proposal.engine().name())
                .addValue("engineVersion", proposal.engine().version())
                .addValue("actor", by.id().value())
                .addValue("sentAt", timestamptz(proposal.sentAt()));
    }

    @Override
    public void decide(Actor by, Proposal decided) {
        var decision = decided.decision();
        if (decision == null) throw new IllegalArgumentException("not decided");
        var edited = decision.content();
        var fact = decision.fact();
        var kept = jdbc.as(by.id().value())
                .sql("""
                update scribe.proposal o
                   set decision   = :decision::scribe.decision,
                       edited     = :edited::jsonb,
                       fact_id    = :fact,
                       decided_by = :actor,
                       decided_at = :decidedAt
                  from clinic.medical_record r
                  join clinic.appointment    a on a.id = r.appointment_id
                  join clinic.patient        p on p.id = a.patient_id
                 where o.id = :id
                   and o.decision is null
                   and r.id = o.medical_record_id
                   and :actor in (a.provider_id, p.provider_id)
                """)
                .param("id", decided.id().value())
                .param("decision", decision.verdict().toString())
                .param("edited", edited == null ? null : ProposedJson.text(edited))
                .param("fact", fact == null ? null : fact.value())
                .param("decidedAt", timestamptz(decision.at()))
                .param("actor", by.id().value())
                .update();
        if (kept == 0) throw RecordRefusal.alreadyDecided(decided.id());
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                new ProposalId(uuid(row, "id")),
                new MedicalRecordId(uuid(row, "medical_record_id")),
                new Engine(row.getString("engine_name"), row.getString("engine_version")),
                ProposedJson.proposed(row.getString("content")),
                new Grounds(
                        HexFormat.of().formatHex(row.getBytes("transcript_sha256")),
                        ProposedJson.evidence(row.getString("evidence")),
                        row.getBoolean("value_not_in_evidence")),
                new ProviderId(uuid(row, "provider_id")),
                instant(row, "sent_at"),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        if (row.getString("decision") == null) return null;
        var edited = row.getString("edited");
        var fact = optionalUuid(row, "fact_id");
        return new Decision(
                constant(row, "decision", Verdict.class),
                new ProviderId(uuid(row, "decided_by")),
                instant(row, "decided_at"),
                edited == null ? null : ProposedJson.proposed(edited),
                fact == null ? null : new FactId(fact));
    }
}
