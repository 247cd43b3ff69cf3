package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.chartroom.jdbc.Schema.Status;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(300)
class SchemaIT {

    @AutoClose
    private final TestDatabase database = TestDatabase.blank();

    private final Schema schema = new Schema(database.migration());
    private final JdbcClient superuser = JdbcClient.create(database.superuser());

    @Test
    void eachVersionIsTheSameOnTheWayUpOnTheWayDownAndUpAgain() {
        List<String> versions = pending();
        List<Catalogue> up = new ArrayList<>(List.of(catalogue()));
        List<Catalogue> down = new ArrayList<>();
        List<Catalogue> upAgain = new ArrayList<>();

        for (String version : versions) {
            schema.migrateTo(MigrationVersion.fromVersion(version));
            up.add(catalogue());
        }
        down.add(catalogue());
        for (String version : versions.reversed()) {
            assertThat(schema.rollback()).containsExactly(version);
            down.add(catalogue());
        }
        upAgain.add(catalogue());
        for (String version : versions) {
            schema.migrateTo(MigrationVersion.fromVersion(version));
            upAgain.add(catalogue());
        }

        assertThat(up).doesNotHaveDuplicates();
        assertThat(down.reversed()).isEqualTo(up);
        assertThat(upAgain).isEqualTo(up);
    }

    @Test
    void theStatusTellsWhatIsThereAndWhatIsToCome() {
        schema.migrateTo(MigrationVersion.fromVersion("1"));

        Status status = schema.status();

        assertThat(status.applied()).singleElement().satisfies(applied -> {
            assertThat(applied.version()).isEqualTo("0001");
            assertThat(applied.description()).isEqualTo("nine core tables");
            assertThat(applied.installedOn()).isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(applied.state()).isEqualTo(Status.State.SOUND);
        });
        assertThat(status.pending()).first().isEqualTo(new Status.Pending("0002", "foreign key indexes"));
    }

    @Test
    void askingForTheStatusOfAnEmptyDatabaseLeavesItEmpty() {
        assertThat(schema.status().applied()).isEmpty();
        assertThat(superuser
                        .sql("select to_regnamespace('flyway') is null")
                        .query((row, _) -> row.getBoolean(1))
                        .single())
                .isTrue();
    }

    @Test
    void aSecondMigrationFindsNothingToDo() {
        List<String> versions = pending();

        assertThat(schema.migrate()).isEqualTo(versions);
        assertThat(schema.migrate()).isEmpty();
    }

    @RepeatedTest(5)
    void twoNodesThatMigrateInTheSameMomentApplyEachVersionOnce() throws Exception {
        List<String> versions = pending();

        List<List<String>> applied = AtOnce.run(schema::migrate, new Schema(database.migration())::migrate);

        assertThat(applied).containsExactlyInAnyOrder(versions, List.of());
        assertThat(history()).isEqualTo(versions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "rollback", "drop"})
    void aChangeWaitsForTheOneThatIsUnderWay(String change) {
        schema.migrateTo(MigrationVersion.fromVersion("1"));
        Catalogue before = catalogue();
        CompletableFuture<List<String>> waiting;

        try (var _ = SchemaLock.take(database.migration())) {
            waiting = CompletableFuture.supplyAsync(() -> switch (change) {
                case "migrate" -> schema.migrate();
                case "rollback" -> schema.rollback();
                default -> schema.drop();
            });
            assertThat(waitingFor("advisory")).isPositive();
            assertThat(catalogue()).isEqualTo(before);
        }

        assertThat(waiting).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(catalogue()).isNotEqualTo(before);
    }

    @Test
    void theWayBackFromAnEmptyDatabaseIsNoStep() {
        assertThat(schema.rollback()).isEmpty();
        assertThat(schema.rollbackTo(0)).isEmpty();
    }

    @Test
    void aWayBackThatIsKilledHalfwayLeavesTheVersionWhole() throws Exception {
        schema.migrateTo(MigrationVersion.fromVersion("1"));
        Catalogue before = catalogue();

        // the script has dropped most tables by the time it comes to the one that is in use
        try (var user = database.app().getConnection()) {
            user.setAutoCommit(false);
            user.createStatement().execute("lock table clinic.provider in row exclusive mode");
            CompletableFuture<List<String>> wayBack = CompletableFuture.supplyAsync(() -> schema.rollbackTo(0));
            superuser
                    .sql("select pg_terminate_backend(?)")
                    .param(waitingFor("relation"))
                    .query()
                    .singleRow();
            assertThat(wayBack).failsWithin(30, TimeUnit.SECONDS);
        }

        assertThat(catalogue()).isEqualTo(before);
        assertThat(history()).containsExactly("0001");
        assertThat(schema.rollbackTo(0)).containsExactly("0001");
    }

    @Test
    void aVersionAndItsRowInTheHistoryAreOfOneTransaction() {
        schema.migrate();

        assertThat(superuser.sql("""
                        select count(*)
                          from (values ('draft', '0011'), ('history', '0012'), ('signing', '0013')) as made (schema, version)
                          join pg_namespace n          on n.nspname = made.schema
                          join flyway.schema_history h on h.version = made.version and h.xmin = n.xmin
                        """).query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void aVersionWithoutAWayBackStopsItBeforeTheFirstStep() {
        Schema planted = new Schema(database.migration(), "planted/no-way-back");
        planted.migrate();
        Catalogue before = catalogue();

        assertThatThrownBy(() -> planted.rollbackTo(0))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("0002")
                .hasMessageContaining("R0002__bed.sql");
        assertThat(catalogue()).isEqualTo(before);
        assertThat(planted.rollback()).containsExactly("0003");
    }

    private Catalogue catalogue() {
        return Catalogue.of(database.superuser());
    }

    private List<String> pending() {
        return schema.status().pending().stream().map(Status.Pending::version).toList();
    }

    private List<String> history() {
        return superuser
                .sql("select version from flyway.schema_history where version is not null order by installed_rank")
                .query((row, _) -> row.getString("version"))
                .list();
    }

    /** The session that waits for such a lock; asked for until there is one. */
    private int waitingFor(String lock) {
        while (true) {
            List<Integer> waiting = superuser
                    .sql("""
                    select pid
                      from pg_stat_activity
                     where datname = current_database()
                       and wait_event_type = 'Lock'
                       and wait_event = :lock
                    """)
                    .param("lock", lock)
                    .query((row, _) -> row.getInt("pid"))
                    .list();
            if (!waiting.isEmpty()) {
                return waiting.getFirst();
            }
            Thread.onSpinWait();
        }
    }
}
