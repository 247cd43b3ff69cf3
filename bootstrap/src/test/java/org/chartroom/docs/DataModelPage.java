package org.chartroom.docs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.yaml.snakeyaml.Yaml;

/** Writes {@code docs/data-model.md} from the tables as they are. */
final class DataModelPage {

    private static final String INTRODUCTION = """
            # Data model

            The nine tables of schema `clinic` one by one, then [those beside the nine](#beside-the-nine),
            [whose each is](#whose-each-is), and [all of them in one diagram](#all-tables). Written from the migrated
            database and from `adapters-persistence/src/main/resources/db/ownership.yaml`; `verify` compares,
            `.ci/write-docs` writes it anew. What a column means is said by the migrations, in
            `adapters-persistence/src/main/resources/db/migration`.

            - Every row has an `id`, made by the application as UUID version 7, and two times kept by the database: an
              update never moves `created_at` and always advances `updated_at`, which is the version of the row.
            - Every text has a greatest length and holds something other than space, but for four sections of a record.
            - A constraint has a name of the form `table_column_kind` or `table_rule`; the application translates its
              refusals by that name.

            """;

    /** In the order in which one reads them. */
    private static final List<String> NINE = List.of(
            "provider",
            "patient",
            "allergy",
            "chronic_condition",
            "appointment",
            "medical_record",
            "symptom",
            "prescription",
            "vital_signs");

    private final JdbcClient jdbc;

    private DataModelPage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String of(DataSource database) {
        try (var connection = database.getConnection()) {
            JdbcClient session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            session.sql("set timezone = 'UTC'").update(); // in which the bounds of instants are printed
            return new DataModelPage(session).write();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write() {
        return INTRODUCTION
                + diagram()
                + enumerations()
                + NINE.stream().map(this::section).collect(Collectors.joining())
                + besideTheNine()
                + whoseEachIs()
                + allTables();
    }

    private String besideTheNine() {
        return """
                ## Beside the nine

                What the product itself needs lies in schemas of its own; schema `reading` holds no rows, but views
                ([decision 38](decisions/0038-many-rows-are-read-by-views.md)).

                | table or view | meaning |
                | --- | --- |
                %s
                """.formatted(joined(lines("""
                        select format('| `%s` | %s |', oid::regclass, obj_description(oid, 'pg_class'))
                          from pg_class
                         where relkind in ('r', 'v')
                           and relnamespace in (select oid
                                                  from pg_namespace
                                                 where nspname not in ('clinic', 'flyway', 'information_schema')
                                                   and nspname !~ '^pg_')
                         order by oid::regclass::text
                        """)));
    }

    private static String whoseEachIs() {
        return """

                ## Whose each is

                What the words mean stands at the head of `db/ownership.yaml`.

                | table | feature | about | reached from a patient by | history | when a patient is erased | exports | |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(ownership());
    }

    private static String ownership() {
        try (var file = new ClassPathResource("db/ownership.yaml").getInputStream()) {
            Map<String, Map<String, Map<String, Object>>> manifest = new Yaml().load(file);
            return requireNonNull(manifest.get("tables")).entrySet().stream()
                    .map(entry -> "| `%s` | %s | %s | %s | %s | %s | %s | %s |"
                            .formatted(
                                    entry.getKey(),
                                    said(entry.getValue(), "owner"),
                                    said(entry.getValue(), "about"),
                                    said(entry.getValue(), "reached"),
                                    said(entry.getValue(), "history"),
                                    erasure(entry.getValue()),
                                    said(entry.getValue(), "exports"),
                                    said(entry.getValue(), "why")))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String erasure(Map<String, Object> entry) {
        var erasure = said(entry, "erasure");
        return entry.containsKey("receipt") ? "%s, told as `%s`".formatted(erasure, said(entry, "receipt")) : erasure;
    }

    private static String said(Map<String, Object> entry, String word) {
        return switch (entry.get(word)) {
            case null -> "";
            case List<?> list
            when word.equals("reached") -> list.stream().map("`%s`"::formatted).collect(Collectors.joining(" → "));
            case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining(", "));
            case Object text -> text.toString();
        };
    }

    private String allTables() {
        return """

                ## All tables

                ```mermaid
                erDiagram
                %s
                %s
                ```
                """.formatted(joined(lines("""
                        select format(E'    %1$s_%2$s["%1$s.%2$s"] {\n%3$s\n    }', nspname, relname,
                                      string_agg(format('        %s %s%s', typname, attname, ' ' || keys), E'\n' order by attnum))
                          from pg_class c
                          join pg_namespace n on n.oid = relnamespace
                          join pg_attribute a on attrelid = c.oid and attnum > 0 and not attisdropped
                          join pg_type      t on t.oid = atttypid
                          left join lateral (
                               select string_agg(distinct case contype when 'p' then 'PK' else 'FK' end, ', '
                                                 order by case contype when 'p' then 'PK' else 'FK' end desc) as keys
                                 from pg_constraint
                                where conrelid = c.oid
                                  and contype in ('p', 'f')
                                  and attnum = any (conkey)
                               ) key on true
                         where relkind in ('r', 'p')
                           and nspname <> 'information_schema'
                           and nspname !~ '^pg_'
                         group by nspname, relname
                         order by nspname, relname
                        """)), joined(lines("""
                        select format('    %s_%s %s %s_%s : %s',
                                      parent.relnamespace::regnamespace, parent.relname,
                                      case when exists (select from pg_index
                                                         where indrelid = conrelid and indisunique
                                                           and indkey::int2[] @> conkey and indnatts = cardinality(conkey))
                                           then '||--o|' else '||--o{' end,
                                      child.relnamespace::regnamespace, child.relname,
                                      case confdeltype when 'c' then 'cascade' else 'restrict' end)
                          from pg_constraint
                          join pg_class parent on parent.oid = confrelid
                          join pg_class child  on child.oid  = conrelid
                         where contype = 'f'
                         order by 1, conname
                        """)));
    }

    private String diagram() {
        return """
                ## Relationships

                From the one to the many, or to at most one; `cascade` deletes the other end with it, `restrict` holds
                it back.

                ```mermaid
                erDiagram
                %s
                ```

                """.formatted(joined(lines("""
                        select format('    %s %s %s : %s', parent.relname,
                                      case when exists (select from pg_index
                                                         where indrelid = conrelid and indisunique
                                                           and indnatts = 1 and indkey[0] = conkey[1]) then '||--o|' else '||--o{' end,
                                      child.relname,
                                      case confdeltype when 'c' then 'cascade' else 'restrict' end)
                          from pg_constraint
                          join pg_class parent on parent.oid = confrelid
                          join pg_class child  on child.oid  = conrelid
                         where connamespace = 'clinic'::regnamespace
                           and contype = 'f'
                         order by array_position(array[:tables], parent.relname::text),
                                  array_position(array[:tables], child.relname::text)
                        """)));
    }

    private String enumerations() {
        return """
                ## Enumerations

                | type | values |
                | --- | --- |
                %s

                """.formatted(joined(lines("""
                        select format('| `%s` | %s |', typname, string_agg(format('`%s`', enumlabel), ', ' order by enumsortorder))
                          from pg_type join pg_enum on enumtypid = pg_type.oid
                         where typnamespace = 'clinic'::regnamespace
                         group by typname
                         order by typname
                        """)));
    }

    private String section(String table) {
        return """
                ## %s

                %s

                | column | type | null | default | meaning |
                | --- | --- | --- | --- | --- |
                %s

                %s%s%s""".formatted(
                        table,
                        joined(lines("select obj_description(('clinic.' || :table)::regclass, 'pg_class')", table)),
                        joined(columns(table)),
                        list("Checks", checks(table)),
                        list("Indexes", indexes(table)),
                        list("When a row is deleted", deletes(table)));
    }

    private List<String> columns(String table) {
        return lines("""
                select format('| `%s` | %s | %s | %s | %s |',
                              attname,
                              replace(replace(format_type(atttypid, atttypmod), 'timestamp with time zone', 'timestamptz'), 'clinic.', ''),
                              case when not attnotnull then 'yes' end,
                              case when adbin is not null then '`' || regexp_replace(pg_get_expr(adbin, adrelid), '::.*', '') || '`' end,
                              concat_ws(' ', key.meaning, col_description(attrelid, attnum)))
                  from pg_attribute
                  left join pg_attrdef on adrelid = attrelid and adnum = attnum
                  left join lateral (
                       select case contype when 'p' then 'Primary key.'
                                           else format('→ [%1$s](#%1$s).', relname) end as meaning
                         from pg_constraint left join pg_class on pg_class.oid = confrelid
                        where conrelid = attrelid
                          and conkey = array[attnum]
                          and contype in ('p', 'f')
                       ) key on true
                 where attrelid = ('clinic.' || :table)::regclass
                   and attnum > 0
                   and not attisdropped
                 order by attnum
                """, table);
    }

    private List<String> checks(String table) {
        return lines("""
                select format('`%s`: `%s`', conname,
                              regexp_replace(regexp_replace(pg_get_constraintdef(oid, true), '^CHECK \\((.*)\\)$', '\\1'),
                                             '::(text|date|numeric|timestamp with time zone)', '', 'g'))
                  from pg_constraint
                 where conrelid = ('clinic.' || :table)::regclass
                   and contype = 'c'
                 order by conname
                """, table);
    }

    private List<String> indexes(String table) {
        return lines("""
                select format('`%s`: %s`%s`', relname, case when indisunique then 'unique, ' end,
                              substring(pg_get_indexdef(pg_class.oid) from 'USING (.*)'))
                  from pg_index join pg_class on pg_class.oid = indexrelid
                 where indrelid = ('clinic.' || :table)::regclass
                 order by indisprimary desc, indisunique desc, relname
                """, table);
    }

    private List<String> deletes(String table) {
        List<String> deletes = lines("""
                select case confdeltype when 'c' then format('its rows in `%s` go with it', child)
                                        else format('refused while a row in `%s` refers to it', child) end
                  from pg_constraint,
                       replace(conrelid::regclass::text, 'clinic.', '') as child
                 where confrelid = ('clinic.' || :table)::regclass
                 order by child
                """, table);
        return deletes.isEmpty() ? List.of("nothing else goes with it") : deletes;
    }

    private List<String> lines(String sql) {
        return lines(sql, "");
    }

    private List<String> lines(String sql, String table) {
        return jdbc.sql(sql)
                .param("tables", NINE)
                .param("table", table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String list(String title, List<String> items) {
        return items.stream().collect(Collectors.joining("\n- ", "**" + title + "**\n\n- ", "\n\n"));
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }
}
