package org.chartroom.studio.persistence;

import static java.util.stream.Collectors.toMap;
import static org.chartroom.jdbc.Columns.constant;
import static org.chartroom.jdbc.Columns.instant;
import static org.chartroom.jdbc.Columns.optionalUuid;
import static org.chartroom.jdbc.Columns.uuid;
import static org.chartroom.jdbc.Columns.uuids;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.ProvenanceView;
import org.chartroom.studio.application.SignedView;
import org.chartroom.studio.application.SignedView.Kind;
import org.chartroom.studio.application.TableQuery;
import org.chartroom.studio.application.TableRow;
import org.chartroom.studio.application.Tally;
import org.chartroom.studio.application.out.TableRows;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Filter.Comparison;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTableRows implements TableRows {

    /** What is looked for here may be anything, so no one plan is good for all of it. */
    private static final String PLANNED_BY_VALUES = """
            select set_config('plan_cache_mode', 'auto', true)
            """;

    private static final String SIGNED = """
            with record as (
                select r.id
                  from access.care_team      c
                  join clinic.appointment    a on a.patient_id = c.patient_id
                  join clinic.medical_record r on r.appointment_id = a.id
                 where c.provider_id = :actor
                   and c.patient_id  = :patient
            )
            select s.medical_record_id, s.meaning::text as kind, s.signer, s.signed_at, 0 as number, null::text as text
              from record            r
              join signing.signature s on s.medical_record_id = r.id
            union all
            select d.medical_record_id, 'addendum', d.signer, d.signed_at, d.number, d.text
              from record           r
              join signing.addendum d on d.medical_record_id = r.id
             order by signed_at, medical_record_id, number
            """;

    private static final String PROVENANCE = """
            select o.medical_record_id, o.fact_id,
                   case o.content #>> '{section,part}' when 'chiefComplaint' then 'chief_complaint'
                                                       else o.content #>> '{section,part}' end as part,
                   array(select e.piece ->> 'quote' from jsonb_array_elements(o.evidence) e (piece)) as quotes,
                   o.value_not_in_evidence, o.engine_name || ' ' || o.engine_version as engine, o.decision = 'edited' as edited,
                   p.last_name || ', ' || p.first_name as decided_by, o.decided_at
              from access.care_team      c
              join clinic.appointment    a on a.patient_id = c.patient_id
              join clinic.medical_record r on r.appointment_id = a.id
              join scribe.proposal       o on o.medical_record_id = r.id
              join clinic.provider       p on p.id = o.decided_by
             where c.provider_id = :actor
               and c.patient_id  = :patient
               and o.decision in ('accepted', 'edited')
             order by o.decided_at, o.id
            """;

    /** Of all rows that the planner knows of, as great a share as the actor has of the patients. */
    private static final String SHARE = """
            select round(greatest(t.reltuples, 0) * own.patients / greatest(p.reltuples, 1))::bigint as rows
              from pg_catalog.pg_class     t
              join pg_catalog.pg_namespace s on s.oid = t.relnamespace and s.nspname = 'clinic'
              join pg_catalog.pg_class     p on p.relnamespace = s.oid and p.relname = 'patient'
             cross join (select count(*) as patients from access.care_team c where c.provider_id = :actor) own
             where t.relname = :table
            """;

    private final ActorJdbc jdbc;

    JdbcTableRows(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<List<TableRow>> findPage(Actor by, TableQuery query) {
        var from = query.from();
        if (from == null) return Optional.of(page(by, query, Map.of()));
        return place(by, query, from).map(place -> page(by, query, place));
    }

    /** @param place of the row that the page begins behind, as far as it has one */
    private List<TableRow> page(Actor by, TableQuery query, Map<String, String> place) {
        var nothingInKey = !place.containsKey("key0");
        var statement = as(by, RowStatements.page(query, nothingInKey)).param("limit", query.limit() + 1);
        for (var i = 0; i < query.filters().size(); i++) {
            var filter = query.filters().get(i);
            if (filter.comparison() != Comparison.IS_EMPTY) statement = statement.param("value" + i, filter.value());
        }
        if (query.from() != null) {
            statement = statement.param("id", query.from().value());
            for (var key : place.entrySet()) statement = statement.param(key.getKey(), key.getValue());
        }
        return statement.query((row, _) -> row(row, query.columns())).list();
    }

    /** Looked up anew, so that no address has to carry a name. */
    private Optional<Map<String, String>> place(Actor by, TableQuery query, RowId from) {
        var keys = query.sorting().column().order().size();
        return as(by, RowStatements.place(query.table(), query.sorting()))
                .param("id", from.value())
                .query((row, _) -> {
                    Map<String, String> place = new HashMap<>();
                    for (var i = 0; i < keys; i++) put(place, "key" + i, row);
                    return place;
                })
                .optional();
    }

    @Override
    public Optional<TableRow> find(Actor by, ClinicTable table, RowId id) {
        return as(by, RowStatements.row(table))
                .param("id", id.value())
                .query((row, _) -> row(row, table.columns()))
                .optional();
    }

    @Override
    public List<TableRow> findAbout(Actor by, ClinicTable table, PatientId patient) {
        return as(by, RowStatements.about(table))
                .param("patient", patient.value())
                .query((row, _) -> row(row, table.columns()))
                .list();
    }

    @Override
    public List<SignedView> findSigned(Actor by, PatientId patient) {
        return as(by, SIGNED)
                .param("patient", patient.value())
                .query((row, _) -> new SignedView(
                        new RowId(uuid(row, "medical_record_id")),
                        constant(row, "kind", Kind.class),
                        row.getString("signer"),
                        instant(row, "signed_at"),
                        row.getString("text")))
                .list();
    }

    @Override
    public List<ProvenanceView> findProvenance(Actor by, PatientId patient) {
        return as(by, PROVENANCE)
                .param("patient", patient.value())
                .query((row, _) -> provenance(row))
                .list();
    }

    private static ProvenanceView provenance(ResultSet row) throws SQLException {
        var fact = optionalUuid(row, "fact_id");
        return new ProvenanceView(
                new RowId(uuid(row, "medical_record_id")),
                fact == null ? null : new RowId(fact),
                row.getString("part"),
                List.of((String[]) row.getArray("quotes").getArray()),
                row.getBoolean("value_not_in_evidence"),
                row.getString("engine"),
                row.getBoolean("edited"),
                row.getString("decided_by"),
                instant(row, "decided_at"));
    }

    @Override
    public long count(Actor by, ClinicTable.Pointer pointer, RowId to) {
        return counted(as(by, RowStatements.pointing(pointer)).param("id", to.value()), Tally.MOST);
    }

    @Override
    public Tally tally(Actor by, ClinicTable table) {
        return tally(by, table, Tally.MOST);
    }

    /** @param most so many are counted, and no more */
    Tally tally(Actor by, ClinicTable table, int most) {
        var counted = counted(as(by, RowStatements.tally(table)), most);
        return counted <= most
                ? new Tally(table, counted, false)
                : new Tally(table, Math.max(counted, estimate(by, table)), true);
    }

    private static long counted(StatementSpec statement, int most) {
        return statement
                .param("most", most)
                .query((row, _) -> row.getLong("rows"))
                .single();
    }

    private long estimate(Actor by, ClinicTable table) {
        return as(by, SHARE)
                .param("table", table.label())
                .query((row, _) -> row.getLong("rows"))
                .single();
    }

    @Override
    public Map<RowId, String> names(Actor by, ClinicTable table, Collection<RowId> ids) {
        if (ids.isEmpty()) return Map.of();
        return as(by, RowStatements.names(table))
                .param("ids", uuids(List.copyOf(ids), RowId::value))
                .query((row, _) -> Map.entry(new RowId(uuid(row, "id")), row.getString("name")))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private StatementSpec as(Actor by, String statement) {
        var as = jdbc.as(by.id().value());
        as.sql(PLANNED_BY_VALUES).query((_, _) -> 0).single();
        return as.sql(statement).param("actor", by.id().value());
    }

    private static TableRow row(ResultSet row, List<Column> columns) throws SQLException {
        var cells = new HashMap<String, String>();
        for (var column : columns) put(cells, column.name(), row);
        var patient = optionalUuid(row, "its_patient");
        return new TableRow(
                new RowId(UUID.fromString(row.getString("id"))),
                patient == null ? null : new PatientId(patient),
                cells);
    }

    private static void put(Map<String, String> texts, String column, ResultSet row) throws SQLException {
        var text = row.getString(column);
        if (text != null) texts.put(column, text);
    }
}
