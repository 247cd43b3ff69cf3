package org.chartroom.audit.persistence;

import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.chartroom.audit.application.out.SealedTrail;
import org.chartroom.audit.domain.Hash;
import org.chartroom.audit.domain.Seal;
import org.chartroom.audit.domain.SealHead;
import org.chartroom.audit.domain.SealedEvent;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.audit.domain.StoredSeal;
import org.chartroom.jdbc.AuditorJdbc;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSealedTrail implements SealedTrail {

    private static final int HASH_BYTES = 32;
    private static final int DIGEST_BYTES = Long.BYTES + HASH_BYTES;
    private static final int EVENTS_AT_A_TIME = 5_000;
    private static final int SEALS_AT_A_TIME = 100;

    private final AuditorJdbc auditor;

    JdbcSealedTrail(AuditorJdbc auditor) {
        this.auditor = auditor;
    }

    @Override
    public UUID chain() {
        return auditor.jdbc().sql("""
                        select id
                          from audit.chain
                        """).query(UUID.class).single();
    }

    /** Two statements: the second one's snapshot has to be younger than the number that the first one read. */
    @Override
    public Mark mark() {
        var last = auditor.jdbc().sql("""
                        select case when is_called then last_value else last_value - 1 end
                          from audit.event_id
                        """).query(Long.class).single();
        var transaction = auditor.jdbc().sql("""
                        select pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                        """).query(Long.class).single();
        return new Mark(last, transaction);
    }

    @Override
    public boolean isSettled(Mark mark) {
        return auditor.jdbc()
                .sql("""
                        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= :transaction
                        """)
                .param("transaction", mark.transaction())
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<SealHead> lastSeal() {
        return auditor.jdbc().sql("""
                        select number, first_event, last_event, sealed_at, hash
                          from audit.seal
                         order by number desc
                         limit 1
                        """).query((row, _) -> head(row)).optional();
    }

    @Override
    public List<StoredEvent> events(long after, long upTo, int limit) {
        return auditor.jdbc()
                .sql("""
                        select id, recorded_at, action, kind, object_id, patient_id, provider_id, session_id, request_id,
                               host(address) as address, outcome
                          from audit.event
                         where id > :after
                           and id <= :upTo
                         order by id
                         limit :limit
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, _) -> event(row))
                .list();
    }

    @Override
    public boolean add(Seal seal) {
        var inserted = auditor.jdbc()
                .sql("""
                        insert into audit.seal (number, first_event, last_event, digests, sealed_at, previous, hash)
                        values (:number, :firstEvent, :lastEvent, :digests, :sealedAt, :previous, :hash)
                            on conflict (number) do nothing
                        """)
                .param("number", seal.number())
                .param("firstEvent", seal.firstEvent())
                .param("lastEvent", seal.lastEvent())
                .param("digests", bytes(seal.events()))
                .param("sealedAt", timestamptz(seal.sealedAt()))
                .param("previous", bytes(seal.previous()))
                .param("hash", bytes(seal.hash()))
                .update();
        return inserted == 1;
    }

    @Override
    public List<SealHead> heads(long from) {
        return auditor.jdbc()
                .sql("""
                        select number, first_event, last_event, sealed_at, hash
                          from audit.seal
                         where number >= :from
                         order by number
                        """)
                .param("from", from)
                .query((row, _) -> head(row))
                .list();
    }

    @Override
    public <T> T walk(BiFunction<Iterator<StoredSeal>, Iterator<StoredEvent>, T> walk) {
        return auditor.atOneMoment(jdbc -> {
            var seals = jdbc.sql("""
                    select number, first_event, last_event, digests, sealed_at, previous, hash
                      from audit.seal
                     order by number
                    """).withFetchSize(SEALS_AT_A_TIME).query((row, _) -> seal(row));
            var events = jdbc.sql("""
                    select id, recorded_at, action, kind, object_id, patient_id, provider_id, session_id, request_id,
                           host(address) as address, outcome
                      from audit.event
                     order by id
                    """).withFetchSize(EVENTS_AT_A_TIME).query((row, _) -> event(row));
            try (var sealStream = seals.stream();
                    var eventStream = events.stream()) {
                return walk.apply(sealStream.iterator(), eventStream.iterator());
            }
        });
    }

    @Override
    public void export(Instant from, Instant to, Consumer<StoredEvent> each) {
        auditor.atOneMoment(jdbc -> {
            var events = jdbc.sql("""
                    select id, recorded_at, action, kind, object_id, patient_id, provider_id, session_id, request_id,
                           host(address) as address, outcome
                      from audit.event
                     where recorded_at >= :from
                       and recorded_at < :to
                     order by id
                    """)
                    .withFetchSize(EVENTS_AT_A_TIME)
                    .param("from", timestamptz(from))
                    .param("to", timestamptz(to))
                    .query((row, _) -> event(row));
            try (var stream = events.stream()) {
                stream.forEach(each);
            }
            return true;
        });
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("id"),
                instant(row, "recorded_at"),
                row.getString("action"),
                row.getString("kind"),
                uuid(row, "object_id"),
                uuid(row, "patient_id"),
                uuid(row, "provider_id"),
                uuid(row, "session_id"),
                uuid(row, "request_id"),
                row.getString("address"),
                row.getString("outcome"));
    }

    private static SealHead head(ResultSet row) throws SQLException {
        return new SealHead(
                row.getLong("number"),
                row.getLong("first_event"),
                row.getLong("last_event"),
                instant(row, "sealed_at"),
                hash(row.getBytes("hash")));
    }

    private static StoredSeal seal(ResultSet row) throws SQLException {
        var seal = new Seal(
                row.getLong("number"),
                row.getLong("first_event"),
                row.getLong("last_event"),
                events(row.getBytes("digests")),
                instant(row, "sealed_at"),
                hash(row.getBytes("previous")));
        return new StoredSeal(seal, hash(row.getBytes("hash")));
    }

    private static List<SealedEvent> events(byte[] digests) {
        var bytes = ByteBuffer.wrap(digests);
        var events = new ArrayList<SealedEvent>(digests.length / DIGEST_BYTES);
        while (bytes.hasRemaining()) {
            var id = bytes.getLong();
            var digest = new byte[HASH_BYTES];
            bytes.get(digest);
            events.add(new SealedEvent(id, hash(digest)));
        }
        return events;
    }

    private static byte[] bytes(List<SealedEvent> events) {
        var bytes = ByteBuffer.allocate(events.size() * DIGEST_BYTES);
        for (var event : events) bytes.putLong(event.id()).put(bytes(event.digest()));
        return bytes.array();
    }

    private static Hash hash(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    private static byte[] bytes(Hash hash) {
        return HexFormat.of().parseHex(hash.hex());
    }
}
