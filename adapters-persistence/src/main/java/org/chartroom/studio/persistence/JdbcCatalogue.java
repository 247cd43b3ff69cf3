package org.chartroom.studio.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chartroom.jdbc.ActorJdbc;
import org.chartroom.provider.Actor;
import org.chartroom.studio.application.IndexView;
import org.chartroom.studio.application.PlanView;
import org.chartroom.studio.application.SchemaView;
import org.chartroom.studio.application.SchemaView.ColumnView;
import org.chartroom.studio.application.SchemaView.RelationshipView;
import org.chartroom.studio.application.SchemaView.TableView;
import org.chartroom.studio.application.out.Catalogue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who signs in to PostgreSQL may read its catalogue, and explain what they may run. */
@Repository
class JdbcCatalogue implements Catalogue {

    /** An index over an expression, such as lower(email), has a zero where the number of a column would stand. */
    private static final String TABLES = """
            with tables as materialized (
                select t.oid,
                       t.relname,
                       coalesce(obj_description(t.oid, 'pg_class'), '') as comment,
                       array(select unnest(k.conkey) from pg_catalog.pg_constraint k
                              where k.conrelid = t.oid and k.contype = 'p') as primary_keys,
                       array(select unnest(k.conkey) from pg_catalog.pg_constraint k
                              where k.conrelid = t.oid and k.contype = 'f') as foreign_keys,
                       array(select i.indkey[0] from pg_catalog.pg_index i
                              where i.indrelid = t.oid and i.indisunique and not i.indisprimary and i.indnatts = 1) as uniques,
                       array(select pg_get_indexdef(i.indexrelid, 1, true) from pg_catalog.pg_index i
                              where i.indrelid = t.oid and i.indisunique and i.indnatts = 1 and i.indkey[0] = 0) as expressions
                  from pg_catalog.pg_namespace s
                  join pg_catalog.pg_class     t on t.relnamespace = s.oid and t.relkind = 'r'
                 where s.nspname = 'clinic'
            )
            select t.relname as table_name,
                   t.comment,
                   a.attname as column_name,
                   y.typname as type_name,
                   a.attnotnull as required,
                   a.attnum = any (t.primary_keys) as primary_key,
                   a.attnum = any (t.uniques)
                       or exists (select from unnest(t.expressions) e where e like '%(' || a.attname || ')%') as is_unique,
                   a.attnum = any (t.foreign_keys) as foreign_key
              from tables t
              join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
              join pg_catalog.pg_type      y on y.oid = a.atttypid
             order by t.relname, a.attnum
            """;

    private static final String RELATIONSHIPS = """
            select k.conname as name,
                   child.relname as from_table,
                   a.attname as column_name,
                   parent.relname as to_table,
                   exists (select from pg_catalog.pg_index i
                            where i.indrelid = child.oid and i.indisunique and i.indnatts = 1
                              and i.indkey[0] = a.attnum) as single,
                   a.attnotnull as required,
                   case k.confdeltype when 'c' then 'cascade'  when 'r' then 'restrict'    when 'a' then 'no action'
                                      when 'n' then 'set null' when 'd' then 'set default' end as on_delete
              from pg_catalog.pg_constraint k
              join pg_catalog.pg_class      child  on child.oid = k.conrelid
              join pg_catalog.pg_class      parent on parent.oid = k.confrelid
              join pg_catalog.pg_namespace  s on s.oid = child.relnamespace
              join pg_catalog.pg_attribute  a on a.attrelid = child.oid and a.attnum = k.conkey[1]
             where k.contype = 'f'
               and s.nspname = 'clinic'
             order by parent.relname, child.relname, a.attname
            """;

    private static final String INDEXES = """
            select u.indexrelname as name,
                   u.schemaname || '.' || u.relname as table_name,
                   pg_get_indexdef(u.indexrelid) as definition,
                   pg_relation_size(u.indexrelid) as bytes,
                   u.idx_scan as scans,
                   i.indisunique as is_unique
              from pg_catalog.pg_stat_user_indexes u
              join pg_catalog.pg_index             i on i.indexrelid = u.indexrelid
             where u.schemaname = 'clinic'
                or u.schemaname = 'access' and u.relname = 'care_team'
                or u.schemaname = 'patient_search'
             order by u.schemaname, u.relname, u.indexrelname
            """;

    private static final String BY_INDEX = """
            select set_config('enable_seqscan', 'off', true)
            """;

    /** The planner's own sum for a table that is read from its beginning to its end, with one condition asked of each row. */
    private static final String WHOLE_TABLE = """
            select pg_relation_size(t.oid) / current_setting('block_size')::integer * current_setting('seq_page_cost')::float8
                       + greatest(t.reltuples, 0) * (current_setting('cpu_tuple_cost')::float8
                                                     + current_setting('cpu_operator_cost')::float8) as cost
              from pg_catalog.pg_stat_user_indexes u
              join pg_catalog.pg_class             t on t.oid = u.relid
             where u.schemaname || '.' || u.relname = :table
               and u.indexrelname = :index
            """;

    private static final Pattern COST = Pattern.compile("\"Total Cost\": ([\\d.]+)");

    private final ActorJdbc jdbc;

    JdbcCatalogue(ActorJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SchemaView schema(Actor by) {
        var as = jdbc.as(by.id().value());
        return new SchemaView(
                as.sql(TABLES).query(JdbcCatalogue::tables),
                as.sql(RELATIONSHIPS).query((row, _) -> relationship(row)).list());
    }

    @Override
    public List<IndexView> indexes(Actor by) {
        return jdbc.as(by.id().value())
                .sql(INDEXES)
                .query((row, _) -> index(row))
                .list();
    }

    @Override
    public Optional<PlanView> findPlan(Actor by, String index) {
        return indexes(by).stream()
                .filter(found -> found.explained() && found.name().equals(index))
                .findAny()
                .map(found -> plan(jdbc.as(by.id().value()), found));
    }

    /** Until the transaction ends no table is read whole where an index can be used. */
    private static PlanView plan(JdbcClient as, IndexView index) {
        var chosen = explained(as, index.name());
        as.sql(BY_INDEX).query((_, _) -> 0).single();
        var byIndex = explained(as, index.name());
        var without = as.sql(WHOLE_TABLE)
                .param("table", index.table())
                .param("index", index.name())
                .query((row, _) -> row.getDouble("cost"))
                .single();
        return new PlanView(
                index,
                explaining(index.name()).substring(ServedQueries.EXPLAIN.length()),
                chosen,
                byIndex.contains("\"Index Name\": \"" + index.name() + '"'),
                cost(byIndex),
                without);
    }

    private static String explained(JdbcClient as, String index) {
        return as.sql(explaining(index)).query((row, _) -> row.getString(1)).single();
    }

    /** Empty when no query is known that the index serves. */
    private static String explaining(String index) {
        return switch (index) {
            case "patient_last_name_first_name_idx" -> ServedQueries.EXPLAIN + ServedQueries.NAME;
            case "patient_phone_idx" -> ServedQueries.EXPLAIN + ServedQueries.PHONE;
            case "patient_email_idx" -> ServedQueries.EXPLAIN + ServedQueries.EMAIL;
            case "patient_provider_id_idx" -> ServedQueries.EXPLAIN + ServedQueries.OWN_PATIENTS;
            case "patient_provider_id_last_name_first_name_id_idx" ->
                ServedQueries.EXPLAIN + ServedQueries.OWN_PATIENTS_BY_NAME;
            case "appointment_patient_id_idx" -> ServedQueries.EXPLAIN + ServedQueries.VISITS_OF_PATIENT;
            case "appointment_provider_id_idx" -> ServedQueries.EXPLAIN + ServedQueries.VISITS_OF_PROVIDER;
            case "appointment_appointment_date_idx" -> ServedQueries.EXPLAIN + ServedQueries.DAY_OF_CLINIC;
            case "appointment_provider_id_appointment_date_id_idx" ->
                ServedQueries.EXPLAIN + ServedQueries.DAY_OF_PROVIDER;
            case "appointment_status_idx" -> ServedQueries.EXPLAIN + ServedQueries.WAITING;
            case "symptom_medical_record_id_idx" -> ServedQueries.EXPLAIN + ServedQueries.SYMPTOMS_OF_RECORD;
            case "prescription_medical_record_id_idx" -> ServedQueries.EXPLAIN + ServedQueries.PRESCRIPTIONS_OF_RECORD;
            case "allergy_patient_id_idx" -> ServedQueries.EXPLAIN + ServedQueries.ALLERGIES_OF_PATIENT;
            case "chronic_condition_patient_id_idx" -> ServedQueries.EXPLAIN + ServedQueries.CONDITIONS_OF_PATIENT;
            case "medical_record_appointment_id_key" -> ServedQueries.EXPLAIN + ServedQueries.RECORD_OF_VISIT;
            case "vital_signs_appointment_id_key" -> ServedQueries.EXPLAIN + ServedQueries.SIGNS_OF_VISIT;
            case "provider_email_key" -> ServedQueries.EXPLAIN + ServedQueries.SIGN_IN;
            case "care_team_provider_id_idx" -> ServedQueries.EXPLAIN + ServedQueries.CARE_TEAM;
            case "care_team_pkey" -> ServedQueries.EXPLAIN + ServedQueries.ON_CARE_TEAM;
            case "name_term_provider_id_term_idx" -> ServedQueries.EXPLAIN + ServedQueries.NAMED;
            default -> "";
        };
    }

    /** Of the whole plan, whose root stands first. */
    private static double cost(String json) {
        var cost = COST.matcher(json);
        return cost.find() ? Double.parseDouble(cost.group(1)) : 0;
    }

    private static List<TableView> tables(ResultSet rows) throws SQLException {
        var columns = new LinkedHashMap<String, List<ColumnView>>();
        var comments = new LinkedHashMap<String, String>();
        while (rows.next()) {
            var table = rows.getString("table_name");
            comments.put(table, rows.getString("comment"));
            columns.computeIfAbsent(table, _ -> new ArrayList<>())
                    .add(new ColumnView(
                            rows.getString("column_name"),
                            rows.getString("type_name"),
                            rows.getBoolean("required"),
                            rows.getBoolean("primary_key"),
                            rows.getBoolean("is_unique"),
                            rows.getBoolean("foreign_key")));
        }
        return columns.entrySet().stream()
                .map(table -> new TableView(
                        table.getKey(), comments.getOrDefault(table.getKey(), ""), List.copyOf(table.getValue())))
                .toList();
    }

    private static RelationshipView relationship(ResultSet row) throws SQLException {
        return new RelationshipView(
                row.getString("name"),
                row.getString("from_table"),
                row.getString("column_name"),
                row.getString("to_table"),
                row.getBoolean("single"),
                row.getBoolean("required"),
                row.getString("on_delete"));
    }

    private static IndexView index(ResultSet row) throws SQLException {
        var name = row.getString("name");
        return new IndexView(
                name,
                row.getString("table_name"),
                row.getString("definition"),
                row.getLong("bytes"),
                row.getLong("scans"),
                row.getBoolean("is_unique"),
                !explaining(name).isEmpty());
    }
}
