package org.chartroom.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.cli.Program;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What happens to the tables when their making is disturbed. */
@Execution(ExecutionMode.CONCURRENT)
class StartIT {

    private static final int NEWEST = Migrations.number();

    @TempDir
    private Path folder;

    @Test
    void twoNodesThatStartAtOnceOnAnEmptyDatabaseMakeItsTablesOnce() throws Exception {
        var times = Figures.times(1, 10);
        for (var time = 0; time < times; time++) {
            var name = "faults_two_starts";
            var database = TestServer.environment(name);
            try (var one = Node.over(database);
                    var two = Node.over(database)) {
                for (var node : List.of(one, two))
                    assertThat(node.serving()
                                    .get("", "/actuator/health/readiness")
                                    .statusCode())
                            .isEqualTo(200);
            }
            assertThat(versions(TestServer.admin(name))).isEqualTo(NEWEST);
        }
        Figures.tell(
                "two nodes start at once on an empty database",
                "%d of %d: each migration once, both ready".formatted(times, times));
    }

    @Test
    void afterAMigrationWasKilledTheNextOneMakesWhatACleanOneMakes() throws Exception {
        var clean = TestServer.environment("faults_clean");
        assertThat(Program.run(clean, "db", "migrate").exitCode()).isZero();
        var catalogue = Migrations.catalogue(TestServer.admin("faults_clean"));
        var times = Figures.times(2, 20);
        for (var time = 0; time < times; time++) {
            var database = TestServer.environment("faults_killed");
            try (var migration = Program.start(database, "db", "migrate")) {
                awaitVersion(TestServer.admin("faults_killed"));
                migration.sigkill();
            }

            var next = Program.run(database, "db", "migrate");

            assertThat(next.exitCode()).as(next.output()).isZero();
            assertThat(Migrations.catalogue(TestServer.admin("faults_killed"))).isEqualTo(catalogue);
        }
        Figures.tell(
                "migration killed half-way",
                "application, %d of %d: the next start succeeds, the catalogue is a clean one's"
                        .formatted(times, times));
        afterItsDatabaseWasKilled(catalogue);
    }

    private void afterItsDatabaseWasKilled(List<String> catalogue) throws Exception {
        var times = Figures.times(1, 20);
        for (var time = 0; time < times; time++) {
            var home = new Home(folder.resolve("home-" + time), TestServer.BINARIES, null);
            try (var server = EmbeddedPostgres.start(home, _ -> {})) {
                var superuser = JdbcClient.create(new DriverManagerDataSource(
                        server.endpoint().jdbcUrl(EmbeddedPostgres.DATABASE),
                        server.endpoint().user(),
                        server.endpoint().password()));
                var database = Map.of(
                        "SPRING_DATASOURCE_URL", server.endpoint().jdbcUrl(EmbeddedPostgres.DATABASE),
                        "SPRING_DATASOURCE_USERNAME", server.endpoint().user(),
                        "SPRING_DATASOURCE_PASSWORD", server.endpoint().password());
                try (var migration = Program.start(database, "db", "migrate")) {
                    awaitVersion(superuser);
                    KilledDatabaseIT.postmaster(home).destroyForcibly();
                    migration.end();
                }
                await().until(() -> EmbeddedPostgres.running(home).isPresent());

                var next = Program.run(database, "db", "migrate");

                assertThat(next.exitCode()).as(next.output()).isZero();
                assertThat(Migrations.catalogue(superuser)).isEqualTo(catalogue);
            }
        }
        Figures.tell(
                "migration killed half-way",
                "PostgreSQL, %d of %d: the next start succeeds, the catalogue is a clean one's"
                        .formatted(times, times));
    }

    /** Until any one of them is there; the next is being made. */
    private static void awaitVersion(JdbcClient superuser) {
        var version = ThreadLocalRandom.current().nextInt(1, NEWEST);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> versions(superuser) >= version);
    }

    private static int versions(JdbcClient superuser) {
        try {
            return superuser
                    .sql("select count(*) from flyway.schema_history where version is not null")
                    .query(Integer.class)
                    .single();
        } catch (DataAccessException notYetOrNotNow) {
            return 0;
        }
    }

    @Test
    void aServerDoesNotStartOverAMigrationThatWasEditedOrADatabaseThatIsNewer() throws Exception {
        var database = TestServer.environment("faults_edited");
        assertThat(Program.run(database, "db", "migrate").exitCode()).isZero();
        var superuser = TestServer.admin("faults_edited");

        superuser
                .sql("update flyway.schema_history set checksum = checksum + 1 where version = '0007'")
                .update();
        refuses(database, superuser, "0007");
        superuser
                .sql("update flyway.schema_history set checksum = checksum - 1 where version = '0007'")
                .update();
        superuser.sql("""
                        insert into flyway.schema_history
                               (installed_rank, version, description, type, script, checksum, installed_by, execution_time,
                                success)
                        values (9999, '9999', 'tomorrow', 'SQL', 'V9999__tomorrow.sql', 1, 'somebody', 1, true)
                        """).update();
        refuses(database, superuser, "9999");
        Figures.tell("an edited migration; a newer database", "refused by version, catalogue unchanged");
    }

    private static void refuses(Map<String, String> database, JdbcClient superuser, String version) {
        var before = Migrations.catalogue(superuser);

        var ended = Program.run(database, "serve", "--server.port=0");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains(version).doesNotContain("\tat ");
        assertThat(Migrations.catalogue(superuser)).isEqualTo(before);
    }

    /** What the migrations are, and what they make. */
    private static final class Migrations {

        /** By name, without numbers that differ from database to database. */
        private static final String CATALOGUE = """
                with ours as (
                    select n.oid, n.nspname from pg_namespace n where n.nspowner = to_regrole('chartroom_owner')
                )
                select format('table %s.%s %s', n.nspname, c.relname, c.relacl) as line
                  from pg_class c join ours n on n.oid = c.relnamespace
                 union all
                select format('column %s.%s.%s %s %s %s', n.nspname, c.relname, a.attname,
                              format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
                  from pg_class c
                  join ours n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                 union all
                select format('constraint %s %s %s', n.nspname, k.conname, pg_get_constraintdef(k.oid))
                  from pg_constraint k join ours n on n.oid = k.connamespace
                 union all
                select format('index %s', indexdef) from pg_indexes join ours n on n.nspname = schemaname
                 union all
                select format('function %s.%s %s', n.nspname, p.proname, md5(pg_get_functiondef(p.oid)))
                  from pg_proc p join ours n on n.oid = p.pronamespace
                 union all
                select format('trigger %s', pg_get_triggerdef(t.oid))
                  from pg_trigger t join pg_class c on c.oid = t.tgrelid join ours n on n.oid = c.relnamespace
                 where not t.tgisinternal
                 union all
                select format('policy %s %s %s %s', p.tablename, p.policyname, p.qual, p.with_check)
                  from pg_policies p join ours n on n.nspname = p.schemaname
                 union all
                select format('version %s %s', version, checksum) from flyway.schema_history
                 order by 1
                """;

        static int number() {
            try (var files = Files.list(Path.of("../adapters-persistence/src/main/resources/db/migration"))) {
                return (int) files.count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static List<String> catalogue(JdbcClient superuser) {
            return superuser
                    .sql(CATALOGUE)
                    .query((row, _) -> row.getString("line"))
                    .list();
        }
    }
}
