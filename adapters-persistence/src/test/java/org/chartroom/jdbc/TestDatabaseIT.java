package org.chartroom.jdbc;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseIT {

    @Test
    void anEmptiedOneIsAMigratedOne() {
        try (var migrated = TestDatabase.migrated();
                var emptied = TestDatabase.migrated()) {
            OneOfEach.insertInto(emptied.owner());
            assertThat(contents(emptied)).isNotEqualTo(contents(migrated));

            emptied.empty();

            assertThat(contents(emptied)).isEqualTo(contents(migrated));
        }
    }

    /** How many rows each table has. */
    private static Map<String, Long> contents(TestDatabase database) {
        return JdbcClient.create(database.superuser()).sql("""
                        select c.oid::regclass::text as name,
                               (xpath('/row/n/text()', query_to_xml(
                                   format('select count(*) as n from %s', c.oid::regclass), false, true, '')))[1]::text::bigint as n
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'r'
                           and n.nspname not in ('pg_catalog', 'information_schema')
                        """).query().listOfRows().stream()
                .collect(toMap(row -> (String) row.get("name"), row -> (Long) row.get("n")));
    }
}
