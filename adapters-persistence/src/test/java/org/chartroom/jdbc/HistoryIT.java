package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history that triggers write, as whoever writes SQL meets it. */
@Timeout(60)
class HistoryIT {

    private static final List<String> TABLES =
            OneOfEach.TABLES.stream().filter(table -> !table.equals("provider")).toList();

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

    @BeforeEach
    void oneOfEachIsThere() {
        DATABASE.empty();
        OneOfEach.insertInto(DATABASE.owner());
    }

    @Test
    void everyRowOfAPatientHasItsState() {
        assertEachPresentStateIsKept(owner);
        assertThat(versions()).isEqualTo(TABLES.size());
    }

    @Test
    void everyRowOfAPatientHasItsStateAfterAChangeOfAll() {
        for (var table : TABLES)
            owner.sql("update clinic.%s set created_at = created_at - interval '1 day'".formatted(table))
                    .update();

        assertEachPresentStateIsKept(owner);
        assertThat(versions()).isEqualTo(2 * TABLES.size());
    }

    @Test
    void whatWasThereBeforeTheHistoryIsWhereItBegins() {
        try (var older = TestDatabase.blank()) {
            var schema = new Schema(older.migration());
            schema.migrateTo(MigrationVersion.fromVersion("11"));
            OneOfEach.insertInto(older.owner());

            schema.migrate();

            var there = JdbcClient.create(older.owner());
            assertEachPresentStateIsKept(there);
            assertThat(there.sql("select count(distinct (recorded_at, change, patient_id)) from history.row_version")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsWrittenTogetherIsKnownTogether() throws SQLException {
        try (var connection = inTransaction(DATABASE.owner())) {
            execute(connection, "update clinic.patient set notes = 'a'");
            execute(connection, "select pg_sleep(0.02)");
            execute(connection, "update clinic.symptom set notes = 'b'");
            execute(connection, "update clinic.vital_signs set heart_rate = 99");
            connection.commit();
        }

        assertThat(owner.sql("""
                        select count(*), count(distinct recorded_at), count(distinct change)
                          from history.row_version
                         where change = (select max(change) from history.row_version)
                        """)
                        .query((row, _) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
                        .single())
                .containsExactly(3, 1, 1);
    }

    @Test
    void ofSeveralStatesInOneTransactionTheLastIsKept() throws SQLException {
        try (var connection = inTransaction(DATABASE.owner())) {
            for (var notes : List.of("a", "b", "c"))
                execute(connection, "update clinic.patient set notes = '%s'".formatted(notes));
            connection.commit();
        }

        assertThat(owner.sql("select state ->> 'notes' from history.row_version where kind = 'patient' order by change")
                        .query(String.class)
                        .list())
                .containsExactly("prefers mornings", "c");
    }

    @Test
    void whatCameToNothingIsNotKept() throws SQLException {
        try (var connection = inTransaction(DATABASE.owner())) {
            execute(connection, "update clinic.patient set notes = 'a'");
            connection.rollback();
        }

        assertThat(versions()).isEqualTo(TABLES.size());
    }

    @Test
    void whoComesLaterIsKeptLaterWheneverHeBegan() throws Exception {
        try (var early = inTransaction(DATABASE.owner());
                var late = inTransaction(DATABASE.owner())) {
            execute(early, "update clinic.patient set notes = 'early'");
            execute(late, "update clinic.vital_signs set heart_rate = 98");
            var waiting = CompletableFuture.runAsync(
                    () -> executeUnchecked(early, "update clinic.vital_signs set heart_rate = 99"));
            assertThat(waiting).isNotDone();
            late.commit();
            waiting.get();
            early.commit();
        }

        assertThat(owner.sql("""
                        select state ->> 'heart_rate'
                          from history.row_version
                         where kind = 'vital_signs'
                         order by recorded_at
                        """).query(String.class).list()).containsExactly("72", "98", "99");
        assertThat(owner.sql("select string_agg(state ->> 'heart_rate', ' ' order by change) from history.row_version")
                        .query(String.class)
                        .single())
                .isEqualTo("72 98 99");
    }

    @Test
    void whoActsAndInWhichRequestIsKeptAndNobodyWhereNobodyIsKnown() throws SQLException {
        var provider =
                owner.sql("select id from clinic.provider").query(UUID.class).single();
        var request = UUID.randomUUID();
        try (var connection = inTransaction(DATABASE.appAs(provider))) {
            execute(connection, "select set_config('chartroom.request', '%s', true)".formatted(request));
            execute(connection, "update clinic.patient set notes = 'a'");
            connection.commit();
        }

        assertThat(owner.sql("""
                        select coalesce(provider_id::text, 'nobody') || ' ' || coalesce(request_id::text, 'none')
                          from history.row_version
                         where kind = 'patient'
                         order by change
                        """).query(String.class).list()).containsExactly("nobody none", provider + " " + request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into history.row_version (root_id, kind, id, recorded_at, change, patient_id) values (gen_random_uuid(), 'patient', gen_random_uuid(), now(), 1, gen_random_uuid())",
                "update history.row_version set state = null",
                "update history.row_version set recorded_at = now()",
                "delete from history.row_version",
                "truncate history.row_version",
                "select history.present_change()",
                "alter table clinic.patient disable trigger patient_history",
            })
    void theApplicationReadsHistoryAndDoesNothingElse(String statement) {
        var provider =
                owner.sql("select id from clinic.provider").query(UUID.class).single();
        var app = JdbcClient.create(DATABASE.appAs(provider));

        assertThat(app.sql("select count(*) from history.row_version")
                        .query(Integer.class)
                        .single())
                .isEqualTo(TABLES.size());
        assertThatThrownBy(() -> app.sql(statement).query((_, _) -> 0).list())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .matches(cause -> ((SQLException) cause).getSQLState().equals("42501"));
    }

    @Test
    void aStrangerSeesNoHistory() {
        assertThat(JdbcClient.create(DATABASE.appAs(UUID.randomUUID()))
                        .sql("select count(*) from history.row_version")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aForgedInstantIsNotTaken() throws SQLException {
        var provider =
                owner.sql("select id from clinic.provider").query(UUID.class).single();
        var before = Instant.now();
        for (var forged : List.of("1|2020-01-01 00:00+00|1", "nonsense", "||", "7"))
            try (var connection = inTransaction(DATABASE.appAs(provider))) {
                execute(connection, "select set_config('chartroom.change', '%s', false)".formatted(forged));
                execute(connection, "update clinic.patient set notes = 'a'");
                connection.commit();
            }

        assertThat(owner.sql(
                                "select recorded_at from history.row_version where kind = 'patient' order by change desc limit 4")
                        .query(OffsetDateTime.class)
                        .list())
                .hasSize(4)
                .allSatisfy(at -> assertThat(at.toInstant()).isAfterOrEqualTo(before.minusSeconds(1)));
    }

    @Test
    void aPatientTakesTheHistoryAlongAndWhatTheSameTransactionWrote() throws SQLException {
        try (var connection = inTransaction(DATABASE.owner())) {
            execute(connection, "update clinic.patient set notes = 'a'");
            execute(connection, "update clinic.symptom set notes = 'b'");
            execute(connection, "delete from clinic.patient");
            connection.commit();
        }

        assertThat(versions()).isZero();
    }

    @Test
    void whatGoesWithAnAppointmentIsKeptAsGone() {
        owner.sql("delete from clinic.appointment").update();

        assertThat(owner.sql("select kind from history.row_version where state is null order by kind")
                        .query(String.class)
                        .list())
                .containsExactly("appointment", "medical_record", "prescription", "symptom", "vital_signs");
        assertThat(owner.sql("select count(distinct change) from history.row_version where state is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private int versions() {
        return owner.sql("select count(*) from history.row_version")
                .query(Integer.class)
                .single();
    }

    private static void assertEachPresentStateIsKept(JdbcClient jdbc) {
        for (var table : TABLES)
            assertThat(jdbc.sql("""
                            select count(*)
                              from clinic.%1$s t
                              join lateral (select v.state
                                              from history.row_version v
                                             where v.kind = '%1$s'
                                               and v.id = t.id
                                             order by v.change desc
                                             limit 1) v on true
                             where jsonb_populate_record(null::clinic.%1$s, v.state) is not distinct from t
                            """.formatted(table)).query(Integer.class).single())
                    .as(table)
                    .isEqualTo(1);
    }

    private static Connection inTransaction(DataSource source) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var each = connection.createStatement()) {
            each.execute(statement);
        }
    }

    private static void executeUnchecked(Connection connection, String statement) {
        try {
            execute(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
