package org.chartroom.idempotency.persistence;

import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.application.out.OldAnswers;
import org.chartroom.idempotency.application.out.RememberedAnswers;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.idempotency.domain.RememberedAnswer;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRememberedAnswers implements RememberedAnswers, OldAnswers {

    private final ActorJdbc jdbc;

    JdbcRememberedAnswers(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The lock first, in a statement of its own: one that waits inside would not see what it waited for. */
    @Override
    public Optional<RememberedAnswer> lock(Actor by, IdempotencyKey key, Instant since) {
        jdbc.as(by.id().value())
                .sql("""
                        select pg_advisory_xact_lock(hashtextextended(:actor || ' ' || :key, 0))
                        """)
                .param("actor", by.id().toString())
                .param("key", key.value())
                .query((_, _) -> 0)
                .single();
        return jdbc.as(by.id().value())
                .sql("""
                select encode(r.request_hash, 'hex') as request, r.status, r.location, r.etag, r.body, r.patient_id,
                       exists (
                           select
                             from access.care_team t
                            where t.patient_id = r.patient_id
                              and t.provider_id = :actor) as visible
                  from idempotency.answer r
                 where r.provider_id = :actor
                   and r.key = :key
                   and r.answered_at > :since
                """)
                .param("actor", by.id().value())
                .param("key", key.value())
                .param("since", timestamptz(since))
                .query((row, _) -> answer(row))
                .optional();
    }

    @Override
    public void put(Actor by, IdempotencyKey key, Fingerprint request, Answer answer, Instant at) {
        var put = jdbc.as(by.id().value())
                .sql("""
                insert into idempotency.answer
                       (provider_id, key, request_hash, patient_id, status, location, etag, body, answered_at)
                select :actor, :key, decode(:request, 'hex'), created.patient_id, :status, :location, :etag, :body, :at
                  from (select p.id, p.id as patient_id
                          from clinic.patient p
                        union all
                        select a.id, a.patient_id
                          from clinic.appointment a
                        union all
                        select r.id, a.patient_id
                          from clinic.medical_record r
                          join clinic.appointment    a on a.id = r.appointment_id
                       ) created
                  join access.care_team t on t.patient_id = created.patient_id and t.provider_id = :actor
                 where created.id = :created
                on conflict (provider_id, key) do update
                   set request_hash = excluded.request_hash,
                       patient_id   = excluded.patient_id,
                       status       = excluded.status,
                       location     = excluded.location,
                       etag         = excluded.etag,
                       body         = excluded.body,
                       answered_at  = excluded.answered_at
                """)
                .param("actor", by.id().value())
                .param("key", key.value())
                .param("request", request.sha256())
                .param("created", answer.aggregate())
                .param("status", answer.status())
                .param("location", answer.location())
                .param("etag", answer.etag())
                .param("body", answer.body())
                .param("at", timestamptz(at))
                .update();
        if (put != 1) throw new IllegalStateException("what was created is nothing that the actor sees");
    }

    @Override
    public void removeBefore(Instant oldest) {
        jdbc.asNobody()
                .sql("""
                        select idempotency.remove_before(:oldest)
                        """)
                .param("oldest", timestamptz(oldest))
                .query((_, _) -> 0)
                .single();
    }

    private static RememberedAnswer answer(ResultSet row) throws SQLException {
        return new RememberedAnswer(
                new Fingerprint(row.getString("request")),
                new Answer(
                        row.getInt("status"), row.getString("location"), row.getString("etag"), row.getString("body")),
                new PatientId(uuid(row, "patient_id")),
                row.getBoolean("visible"));
    }
}
