package org.chartroom.audit.persistence;

import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.timestamptz;
import static org.chartroom.jdbc.Columns.uuid;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    private static final String EVENTS = """
            select id, recorded_at, action, kind, object_id, patient_id, provider_id, session_id, request_id,
                   host(address) as address, outcome
              from audit.event
            """;
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

    /**
     * One statement after the other, each a transaction: the last one's begins after the number was read, so that it comes
     * after every transaction that was given that number or a lower one. The bounds of a snapshot would not do: they leave
     * out the youngest that run. A trail that is replaced between two of them voids the mark.
     */
    @Override
    public Mark mark() {
        var chain = chain();
        var last = auditor.jdbc().sql("""
                        select case when is_called then last_value else last_value - 1 end
                          from audit.event_id
                        """).query(Long.class).single();
        return auditor.jdbc()
                .sql("""
                        select pg_backend_pid() as connection, pg_current_xact_id()::text::bigint as transaction
                        """)
                .query((row, _) -> new Mark(chain, row.getLong("connection"), last, row.getLong("transaction")))
                .single();
    }

    @Override
    public Standing standing(Mark mark) {
        return auditor.jdbc()
                .sql("""
                        select case when c.id <> :chain or pg_backend_pid() <> :connection then 'void'
                                    when pg_snapshot_xmin(pg_current_snapshot())::text::bigint < :transaction then 'running'
                                    else 'ended' end as standing
                          from audit.chain c
                        """)
                .param("chain", mark.chain())
                .param("connection", mark.connection())
                .param("transaction", mark.transaction())
                .query((row, _) -> constant(row, "standing", Standing.class))
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

    /** Two looks at the ends of two primary keys, however long the trail is. */
    @Override
    public Duration unsealedFor() {
        return auditor.jdbc()
                .sql("""
                        select extract(epoch from clock_timestamp() - e.recorded_at) * 1000000 as micros
                          from audit.event e
                         where e.id > coalesce((select s.last_event from audit.seal s order by s.number desc limit 1), 0)
                         order by e.id
                         limit 1
                        """)
                .query((row, _) -> Duration.of(row.getLong("micros"), ChronoUnit.MICROS))
                .optional()
                .orElse(Duration.ZERO);
    }

    @Override
    public List<StoredEvent> events(long after, long upTo, int limit) {
        return auditor.jdbc()
                .sql(EVENTS + """
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
    public List<SealHead> heads(long from, int limit) {
        return auditor.jdbc()
                .sql("""
                        select number, first_event, last_event, sealed_at, hash
                          from audit.seal
                         where number >= :from
                         order by number
                         limit :limit
                        """)
                .param("from", from)
                .param("limit", limit)
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
            var events = jdbc.sql(EVENTS + "order by id")
                    .withFetchSize(EVENTS_AT_A_TIME)
                    .query((row, _) -> event(row));
            try (var sealStream = seals.stream();
                    var eventStream = events.stream()) {
                return walk.apply(sealStream.iterator(), eventStream.iterator());
            }
        });
    }

    @Override
    public void export(Instant from, Instant to, Consumer<StoredEvent> each) {
        auditor.atOneMoment(jdbc -> {
            var events = jdbc.sql(EVENTS + """
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
