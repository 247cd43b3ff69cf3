package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application may do in its own database, and what it may not. */
class ApplicationRoleIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final String FORBIDDEN = """
            create schema attic
            create table clinic.attic (id int)
            create table public.attic (id int)
            create function clinic.attic() returns int language sql return 1
            create index on clinic.patient (city)
            alter table clinic.patient add column attic int
            alter table clinic.patient drop constraint patient_email_text
            alter table clinic.patient disable trigger user
            alter function clinic.keep_timestamps() rename to attic
            drop table clinic.patient cascade
            drop schema clinic cascade
            truncate clinic.patient cascade
            select from flyway.schema_history
            set role chartroom_owner
            set session authorization postgres
            create role attic
            select access.join_care_team(gen_random_uuid(), gen_random_uuid())
            select access.leave_care_team(gen_random_uuid(), gen_random_uuid())
            insert into access.care_team values (gen_random_uuid(), gen_random_uuid())
            delete from access.care_team
            alter table clinic.patient disable row level security
            update audit.event set outcome = 'success'
            delete from audit.event
            truncate audit.event
            insert into audit.event (id, action, kind, outcome) values (1, 'read', 'chart', 'success')
            insert into audit.event (recorded_at, action, kind, outcome) values (now(), 'read', 'chart', 'success')
            select setval('audit.event_id', 1)
            select * from audit.seal
            insert into audit.seal values (1, 1, 1, '', now(), '', '')
            select * from audit.chain
            delete from idempotency.answer
            update idempotency.answer set provider_id = gen_random_uuid()
            set role chartroom_auditor
            insert into patient_search.name_term values (gen_random_uuid(), gen_random_uuid(), 'hart')
            update patient_search.name_term set term = 'hart'
            delete from patient_search.name_term
            alter table patient_search.name_term disable row level security
            insert into booking.appointment_length values ('follow_up', 20)
            update booking.appointment_length set minutes = 5
            select * from booking.busy
            insert into booking.busy values (gen_random_uuid(), gen_random_uuid(), tstzrange(now(), now()), true)
            update booking.busy set overbooked = true
            delete from booking.busy
            insert into booking.overbooking (appointment_id, reason, recorded_at) values (gen_random_uuid(), 'x', now())
            update booking.overbooking set reason = 'x'
            select booking.length_of('follow_up')
            select booking.visible_to_actor('{}')
            alter table clinic.appointment disable trigger appointment_busy
            drop trigger appointment_busy on clinic.appointment
            set session_replication_role = replica
            update reading.appointment set notes = 'x'
            delete from reading.appointment
            create or replace view reading.allergy as select * from clinic.allergy
            """;

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    static List<String> forbidden() {
        return FORBIDDEN.lines().toList();
    }

    static Stream<String> guarded() {
        return tables().stream().filter(table -> !table.equals("provider"));
    }

    static List<String> tables() {
        return OneOfEach.TABLES;
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void theApplicationChangesRowsAndNothingElse(String statement) {
        assertThat(stateOf(DATABASE.app(), statement)).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void theAccountOfThePoolGainsNothingByLeavingTheRole(String statement) {
        assertThat(stateOf(DATABASE.app(), "set role none;" + statement)).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theApplicationReadsAddsAndDeletesRowsOfEachTable(String table) {
        assertThat(rights("role_table_grants", "privilege_type", table))
                .containsExactlyInAnyOrderElementsOf(
                        table.equals("provider")
                                ? List.of("SELECT", "INSERT", "UPDATE", "DELETE")
                                : List.of("SELECT", "INSERT", "DELETE"));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void whatSaysWhoseARowIsAndWhenItWasMadeIsNotTheApplicationsToUpdate(String table) {
        var columns = rights("columns", "column_name", table);
        var updatable = rights("role_column_grants", "column_name", table, "UPDATE");

        columns.removeIf(column -> column.equals("id") || column.endsWith("_id") || column.endsWith("ted_at"));
        assertThat(updatable).containsExactlyInAnyOrderElementsOf(columns);
    }

    @Test
    void theApplicationOwnsNothing() {
        Long owned = JdbcClient.create(DATABASE.superuser())
                .sql("select count(*) from pg_shdepend where refobjid = :role::regrole and deptype = 'o'")
                .param("role", Roles.APP)
                .query((row, _) -> row.getLong(1))
                .single();

        assertThat(owned).isZero();
    }

    @Test
    void schemasTablesAndHistoryBelongToTheOwner() {
        List<String> owners = JdbcClient.create(DATABASE.superuser())
                .sql("""
                select distinct owner::regrole::text
                  from (select nspowner, nspname, oid          from pg_namespace
                        union
                        select relowner, nspname, pg_class.oid from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                        union
                        select proowner, nspname, pg_proc.oid  from pg_proc  join pg_namespace on pg_namespace.oid = pronamespace
                       ) object (owner, schema, oid)
                 where not exists (select from pg_depend where objid = object.oid and deptype = 'e') -- an extension's own
                   and schema not in ('public', 'information_schema')
                   and schema !~ '^pg_'
                """)
                .query((row, _) -> row.getString(1))
                .list();

        assertThat(owners).containsExactly(Roles.OWNER);
    }

    /** What a view of {@code information_schema} says of a table, as far as it is about the application's role. */
    private static List<String> rights(String view, String column, String table, String... privilege) {
        var grants = !view.equals("columns");
        return new ArrayList<>(JdbcClient.create(DATABASE.superuser())
                .sql(
                        "select distinct %s from information_schema.%s where table_schema = 'clinic' and table_name = :table%s%s"
                                .formatted(
                                        column,
                                        view,
                                        grants ? " and grantee = :role" : "",
                                        privilege.length > 0 ? " and privilege_type = :privilege" : ""))
                .param("table", table)
                .param("role", Roles.APP)
                .param("privilege", privilege.length > 0 ? privilege[0] : "")
                .query((row, _) -> row.getString(1))
                .list());
    }

    /** The SQLSTATE that the statement ends with; 00000 is success, which is not committed. */
    private static String stateOf(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            return "00000";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
