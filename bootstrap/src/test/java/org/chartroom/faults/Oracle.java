package org.chartroom.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartroom.faults.Ledger.Kind;
import org.chartroom.faults.Ledger.Line;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the database holds what clients were told that it does: all of it, once, as it was sent, each with its event in the
 * audit trail; and whether PostgreSQL finds its own files sound.
 */
final class Oracle {

    private static final String TABLES = """
            select 'PATIENT' as kind, id, id as object, notes as text from clinic.patient where notes is not null
             union all
            select 'APPOINTMENT', id, id, reason from clinic.appointment where reason is not null
             union all
            select 'RECORD', r.id, r.id, r.subjective from clinic.medical_record r
             union all
            select 'DRAFT', n.appointment_id, n.appointment_id, n.note::jsonb ->> 'plan' from draft.note n
            """;

    private static final String CREATED = """
            select object_id, kind, count(*) as times
              from audit.event
             where action = 'create'
               and object_id is not null
             group by object_id, kind
            """;

    private static final String DAMAGED_TABLES = """
            select format('%s: block %s: %s', c.oid::regclass, d.blkno, d.msg) as damage
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             cross join lateral verify_heapam(c.oid) d
             where n.nspowner = to_regrole('chartroom_owner')
               and c.relkind = 'r'
            """;

    /** Fails at the first index in which something is amiss, or a row of its table missing. */
    private static final String INDEXES = """
            select count(bt_index_check(c.oid, true)::text)
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_am        a on a.oid = c.relam
             where n.nspowner = to_regrole('chartroom_owner')
               and c.relkind = 'i'
               and a.amname = 'btree'
            """;

    private final JdbcClient superuser;
    private final List<Line> ledger;

    Oracle(JdbcClient superuser, List<Line> ledger) {
        this.superuser = superuser;
        this.ledger = ledger;
    }

    /** How many writes were acknowledged. */
    long acknowledged() {
        return ledger.stream()
                .filter(Line::isAcknowledged)
                .map(line -> line.kind() + line.key())
                .distinct()
                .count();
    }

    /** What is wrong, each in words; empty when all is well. */
    List<String> complaints() {
        var stored = stored();
        var complaints = new ArrayList<String>();
        for (var kind : List.of(Kind.PATIENT, Kind.APPOINTMENT, Kind.RECORD)) complaints.addAll(of(kind, stored));
        complaints.addAll(ofDrafts(stored));
        complaints.addAll(withoutEvent(stored));
        complaints.addAll(damage());
        return complaints;
    }

    /** Keys of what is stored though nobody was told; of drafts the last is enough to see. */
    List<String> storedWithoutAnAnswer() {
        var answered = ledger.stream()
                .filter(Line::isAcknowledged)
                .map(line -> line.kind() + line.key())
                .collect(toSet());
        return stored().stream()
                .map(row -> row.kind() + row.key())
                .filter(key -> !answered.contains(key))
                .toList();
    }

    private List<String> of(Kind kind, List<Stored> all) {
        var complaints = new ArrayList<String>();
        var byKey = all.stream().filter(row -> row.kind() == kind).collect(groupingBy(Stored::key));
        byKey.forEach((key, rows) -> {
            if (rows.size() > 1) complaints.add("%s %s is stored %d times".formatted(kind, key, rows.size()));
        });
        for (var line : ledger) {
            if (line.kind() != kind || !line.isAcknowledged()) continue;
            var rows = byKey.getOrDefault(line.key(), List.of());
            if (rows.isEmpty()) complaints.add("%s %s was acknowledged and is lost".formatted(kind, line.key()));
            else if (!rows.getFirst().id().equals(line.id()))
                complaints.add("%s %s is stored as another than was told".formatted(kind, line.key()));
            else if (!Ledger.hash(rows.getFirst().text()).equals(line.hash()))
                complaints.add("%s %s is not stored as it was sent".formatted(kind, line.key()));
        }
        return complaints;
    }

    /** Of a draft the last save that was acknowledged counts, or one that was asked for after it. */
    private List<String> ofDrafts(List<Stored> all) {
        var written = ledger.stream()
                .filter(line -> line.kind() == Kind.RECORD)
                .map(Line::key)
                .map(Oracle::appointment)
                .collect(toSet()); // whose draft went with the record
        Map<String, Set<String>> acceptable = new LinkedHashMap<>();
        for (var line : ledger) {
            if (line.kind() != Kind.DRAFT) continue;
            var appointment = appointment(line.key());
            if (line.isAcknowledged()) acceptable.put(appointment, new HashSet<>(Set.of(line.hash())));
            else if (acceptable.containsKey(appointment))
                acceptable.get(appointment).add(line.hash());
        }
        Map<String, String> stored = new HashMap<>();
        for (var row : all) if (row.kind() == Kind.DRAFT) stored.put(appointment(row.key()), Ledger.hash(row.text()));
        var complaints = new ArrayList<String>();
        acceptable.forEach((appointment, hashes) -> {
            if (!written.contains(appointment) && !hashes.contains(stored.getOrDefault(appointment, "")))
                complaints.add("DRAFT of %s is older than was acknowledged, or lost".formatted(appointment));
        });
        return complaints;
    }

    /** Keys are of the form {@code appointment.step}. */
    private static String appointment(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private List<String> withoutEvent(List<Stored> all) {
        Map<String, Integer> events = new HashMap<>();
        superuser.sql(CREATED).query(row -> {
            events.put(row.getString("kind") + row.getString("object_id"), row.getInt("times"));
        });
        var complaints = new ArrayList<String>();
        for (var row : all) {
            int times = events.getOrDefault(row.event(), 0);
            if (times != 1) complaints.add("%s %s has %d events".formatted(row.kind(), row.key(), times));
        }
        return complaints;
    }

    private List<String> damage() {
        superuser.sql("create extension if not exists amcheck").update();
        var damage = new ArrayList<String>();
        try {
            damage.addAll(superuser
                    .sql(DAMAGED_TABLES)
                    .query((row, _) -> row.getString("damage"))
                    .list());
            superuser.sql(INDEXES).query(Long.class).single();
        } catch (DataAccessException damaged) {
            damage.add(String.valueOf(damaged.getMessage()));
        }
        return damage;
    }

    private List<Stored> stored() {
        return superuser
                .sql(TABLES)
                .query((row, _) ->
                        new Stored(Kind.valueOf(row.getString("kind")), row.getString("id"), row.getString("text")))
                .list()
                .stream()
                .filter(row -> row.text().startsWith(Clients.MARK))
                .toList();
    }

    /** A row of the clients'. */
    private record Stored(Kind kind, String id, String text) {

        String key() {
            return text.split(" ", 3)[1];
        }

        String event() {
            return switch (kind) {
                case PATIENT -> "patient" + id;
                case APPOINTMENT -> "appointment" + id;
                case RECORD -> "medical_record" + id;
                case DRAFT -> "draft" + id;
            };
        }
    }
}
