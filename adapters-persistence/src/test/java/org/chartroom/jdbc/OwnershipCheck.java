package org.chartroom.jdbc;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.chartroom.jdbc.Ownership.About;
import org.chartroom.jdbc.Ownership.Erasure;
import org.chartroom.jdbc.Ownership.History;
import org.chartroom.jdbc.Ownership.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a manifest and a live catalogue differ. */
final class OwnershipCheck {

    private static final String PATIENT = "clinic.patient";

    /** A foreign key of one column or more. */
    private record Reference(String from, List<String> columns, String to) {}

    /** What row-level security and grants do to a table. */
    private record Guard(boolean guarded, boolean reachable, boolean writable) {}

    private final Ownership manifest;
    private final Set<String> tables;
    private final Set<String> withPatientId;
    private final List<String> openViews;
    private final Set<String> versioned;
    private final List<Reference> references;
    private final Map<String, Guard> guards;
    private final List<String> departures = new ArrayList<>();

    static List<String> departures(Ownership manifest, DataSource database) {
        var check = new OwnershipCheck(manifest, JdbcClient.create(database));
        check.entries();
        check.whatHangsOnAPatient();
        manifest.tables().forEach((name, table) -> {
            if (check.tables.contains(name)) check.entry(name, table);
        });
        check.directions();
        check.openViews.forEach(view -> check.departures.add(
                "%s is a view, read as its owner, whom no policy binds: let it ask for access.actor(), or make it security_invoker"
                        .formatted(view)));
        return List.copyOf(check.departures);
    }

    private OwnershipCheck(Ownership manifest, JdbcClient jdbc) {
        this.manifest = manifest;
        tables = new TreeSet<>(jdbc.sql("""
                        select format('%I.%I', schemaname, tablename)
                          from pg_tables
                         where schemaname <> 'information_schema'
                           and schemaname !~ '^pg_'
                        """).query(String.class).list());
        withPatientId = new TreeSet<>(jdbc.sql("""
                        select format('%I.%I', table_schema, table_name)
                          from information_schema.columns
                          join information_schema.tables using (table_schema, table_name)
                         where column_name = 'patient_id'
                           and table_type = 'BASE TABLE'
                        """).query(String.class).list());
        openViews = jdbc.sql("""
                        with recursive view as (
                            select c.oid, format('%I.%I', nspname, relname) as name, relkind, pg_get_viewdef(c.oid) as text,
                                   coalesce(reloptions @> array['security_invoker=true'], false) as as_who_asks
                              from pg_class c join pg_namespace n on n.oid = relnamespace
                             where relkind in ('v', 'm')
                               and nspname <> 'information_schema'
                               and nspname !~ '^pg_'
                               and has_any_column_privilege(:app, c.oid, 'select, insert, update')
                        ), asking as (
                            select oid
                              from view
                             where relkind = 'v'
                               and (as_who_asks or text like '%access.actor()%')
                            union
                            select r.ev_class
                              from asking a
                              join pg_depend  d on d.refobjid = a.oid and d.classid = 'pg_rewrite'::regclass
                              join pg_rewrite r on r.oid = d.objid
                              join pg_class   c on c.oid = r.ev_class and c.relkind = 'v'
                        )
                        select name
                          from view
                         where oid not in (select oid from asking)
                         order by name
                        """)
                .param("app", Roles.APP)
                .query((row, _) -> row.getString(1))
                .list();
        versioned = new TreeSet<>(jdbc.sql("""
                        select format('%I.%I', relnamespace::regnamespace, relname)
                          from pg_trigger t
                          join pg_class   c on c.oid = t.tgrelid
                         where t.tgfoid = to_regproc('history.keep')
                        """).query(String.class).list());
        references = jdbc.sql("""
                        select (select format('%I.%I', relnamespace::regnamespace, relname) from pg_class where oid = conrelid) as child,
                               array(select attname
                                       from unnest(conkey) with ordinality k (num, place)
                                       join pg_attribute on attrelid = conrelid and attnum = num
                                      order by place)::text[] as columns,
                               (select format('%I.%I', relnamespace::regnamespace, relname) from pg_class where oid = confrelid) as parent
                          from pg_constraint
                         where contype = 'f'
                         order by 1, 2
                        """)
                .query((row, _) -> new Reference(
                        row.getString("child"),
                        List.of((String[]) row.getArray("columns").getArray()),
                        row.getString("parent")))
                .list();
        guards = jdbc
                .sql("""
                        select format('%I.%I', nspname, relname) as name,
                               relrowsecurity and exists (select from pg_policy where polrelid = c.oid) as guarded,
                               has_any_column_privilege(:app, c.oid, 'select, insert, update')
                                   or has_table_privilege(:app, c.oid, 'delete, truncate') as reachable,
                               has_any_column_privilege(:app, c.oid, 'insert, update')
                                   or has_table_privilege(:app, c.oid, 'delete, truncate') as writable
                          from pg_class c join pg_namespace n on n.oid = relnamespace
                         where relkind in ('r', 'p')
                        """)
                .param("app", Roles.APP)
                .query((row, _) -> Map.entry(
                        row.getString("name"),
                        new Guard(row.getBoolean("guarded"), row.getBoolean("reachable"), row.getBoolean("writable"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void entries() {
        tables.stream()
                .filter(table -> !manifest.tables().containsKey(table))
                .forEach(table -> departures.add(
                        "%s has no entry in %s: say there whose it is".formatted(table, Ownership.FILE)));
        manifest.tables().keySet().stream()
                .filter(table -> !tables.contains(table))
                .forEach(table ->
                        departures.add("%s has an entry, but there is no such table: strike it".formatted(table)));
    }

    private void whatHangsOnAPatient() {
        var seen = new HashSet<>(Set.of(PATIENT));
        var next = new ArrayList<>(seen);
        while (!next.isEmpty()) {
            var parent = next.removeFirst();
            for (var reference : references) {
                if (!reference.to().equals(parent) || !seen.add(reference.from())) continue;
                next.add(reference.from());
                ofAPatient(reference.from(), "refers to " + parent);
            }
        }
        withPatientId.stream().filter(seen::add).forEach(table -> ofAPatient(table, "has a column patient_id"));
    }

    private void ofAPatient(String table, String because) {
        var entry = manifest.tables().get(table);
        if (entry == null || entry.about() != About.PATIENT)
            departures.add("%s %s and so is of a patient: say so, and how it is reached".formatted(table, because));
    }

    private void entry(String name, Table table) {
        var guard = requireNonNull(guards.get(name));
        if (!manifest.line().contains(table.owner()))
            departures.add("%s is said to be %s's, which is not in the line".formatted(name, table.owner()));
        if (table.history() == History.DERIVED && guard.writable())
            departures.add("%s is said to be derived, but %s may write it".formatted(name, Roles.APP));
        if ((table.history() == History.VERSIONED) != versioned.contains(name))
            departures.add("%s is said to be %s, but %s keeps its states: say versioned where it does, and there only"
                    .formatted(name, table.history(), versioned.contains(name) ? "a trigger" : "no trigger"));
        if ((table.about() == About.PATIENT) == (table.erasure() == Erasure.UNTOUCHED))
            departures.add("%s is said to be of a %s and to be %s when a patient is erased"
                    .formatted(name, table.about(), table.erasure()));
        if (table.erasure() == Erasure.KEPT
                && (table.why() == null || table.why().isBlank()))
            departures.add("%s is kept when its patient is erased: say why".formatted(name));
        if (table.about() != About.PATIENT) return;
        reached(name, table);
        if (guard.reachable() && !guard.guarded())
            departures.add(
                    "%s is of a patient, but open: enable row level security and write its policies, or grant nothing"
                            .formatted(name));
    }

    private void reached(String name, Table table) {
        var place = name;
        for (var column : table.reached()) {
            var next = place.equals(PATIENT) && column.equals("id") ? Optional.of(PATIENT) : referred(place, column);
            // what outlives the patient cannot refer to one, what the database takes away itself need not
            if (next.isEmpty()
                    && (table.erasure() == Erasure.KEPT || table.owner().equals("jdbc"))
                    && withPatientId.contains(place)
                    && column.equals("patient_id")) next = Optional.of(PATIENT);
            if (next.isEmpty()) {
                departures.add("%s is said to be reached by %s, but %s of %s refers to nothing"
                        .formatted(name, table.reached(), column, place));
                return;
            }
            place = next.get();
        }
        if (!place.equals(PATIENT) || table.reached().isEmpty())
            departures.add("%s is said to be reached by %s, which ends at %s".formatted(name, table.reached(), place));
    }

    private Optional<String> referred(String table, String column) {
        return references.stream()
                .filter(reference ->
                        reference.from().equals(table) && reference.columns().equals(List.of(column)))
                .map(Reference::to)
                .findFirst();
    }

    private void directions() {
        for (var reference : references) {
            var from = manifest.tables().get(reference.from());
            var to = manifest.tables().get(reference.to());
            if (from == null || to == null || from.owner().equals("jdbc")) continue;
            if (manifest.line().indexOf(from.owner()) < manifest.line().indexOf(to.owner()))
                departures.add("%s, which is %s's, refers to %s, which is %s's, to the right of it"
                        .formatted(reference.from(), from.owner(), reference.to(), to.owner()));
        }
    }
}
