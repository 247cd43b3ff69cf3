package org.chartroom.jdbc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.chartroom.jdbc.Ownership.Table;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one patient, found as the manifest says they are reached, and what of them is found anywhere. */
public final class PatientRows {

    private final JdbcClient jdbc;

    public PatientRows(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    public Map<String, Integer> counted(UUID patient, Map<String, Table> tables) {
        var counted = new TreeMap<String, Integer>();
        tables.forEach((name, table) -> counted.put(
                name,
                jdbc.sql("select count(*) from %s where %s".formatted(name, condition(name, table.reached())))
                        .param("patient", patient)
                        .query(Integer.class)
                        .single()));
        return counted;
    }

    /** The patient's, and those of everything that is the patient's alone. */
    public List<String> ids(UUID patient, Map<String, Table> tables) {
        var ids = new TreeSet<String>();
        tables.forEach((name, table) -> ids.addAll(jdbc.sql("""
                        select cell.value
                          from (select * from %s where %s) t, jsonb_each_text(to_jsonb(t)) cell
                         where cell.key in ('id', 'patient_id', 'appointment_id', 'medical_record_id')
                           and cell.value ~ '^[0-9a-f-]{36}$'
                        """.formatted(name, condition(name, table.reached())))
                .param("patient", patient)
                .query((row, _) -> row.getString(1))
                .list()));
        return List.copyOf(ids);
    }

    /** The tables of this database in which a row, in whatever column, has one of these texts; capitals do not matter. */
    public List<String> tablesWith(List<String> texts) {
        List<String> tables = jdbc.sql("""
                        select format('%I.%I', schemaname, tablename)
                          from pg_tables
                         where schemaname <> 'information_schema'
                           and schemaname !~ '^pg_'
                         order by 1
                        """).query((row, _) -> row.getString(1)).list();
        var patterns = texts.stream().map(text -> "%" + text + "%").toList();
        return tables.stream()
                .filter(table -> jdbc.sql(
                                "select exists (select from %s t where to_jsonb(t)::text ilike any (array[:texts]))"
                                        .formatted(table))
                        .param("texts", patterns)
                        .query((row, _) -> row.getBoolean(1))
                        .single())
                .toList();
    }

    private String condition(String table, List<String> reached) {
        var column = reached.getFirst();
        if (reached.size() == 1) return column + " = :patient";
        var parent = jdbc.sql("""
                        select confrelid::regclass::text
                          from pg_constraint
                         where contype = 'f'
                           and conrelid = :table::regclass
                           and conkey = array[(select attnum from pg_attribute where attrelid = conrelid and attname = :column)]
                        """)
                .param("table", table)
                .param("column", column)
                .query(String.class)
                .single();
        return "%s in (select id from %s where %s)"
                .formatted(column, parent, condition(parent, reached.subList(1, reached.size())));
    }
}
