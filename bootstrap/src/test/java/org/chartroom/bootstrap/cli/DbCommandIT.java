package org.chartroom.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.cli.Program.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

@Execution(ExecutionMode.CONCURRENT)
class DbCommandIT {

    private static final List<String> VERSIONS = migrations();

    @Test
    void aDatabaseGoesUpAndDownByCommand() {
        var database = TestServer.environment("cli_up_and_down");

        var before = run(database, "db", "status", "--json");
        var migrated = run(database, "db:migrate");
        var again = run(database, "db", "migrate");
        var oneBack = run(database, "db", "rollback");
        var allBack = run(database, "db", "rollback", "--to", "0");
        var after = run(database, "db", "status", "--json");

        assertThat(List.of(before, migrated, again, oneBack, allBack, after))
                .allSatisfy(ended -> assertThat(ended.exitCode()).isZero());
        assertThat(migrated.output()).isEqualTo("Migrated: version " + String.join(", ", VERSIONS));
        assertThat(again.output()).isEqualTo("The database is up to date.");
        assertThat(oneBack.output()).isEqualTo("Taken back: version " + VERSIONS.getLast());
        assertThat(allBack.output())
                .isEqualTo("Taken back: version "
                        + String.join(
                                ", ", VERSIONS.subList(0, VERSIONS.size() - 1).reversed()));
        assertThat(after.output()).isEqualTo(before.output());
        var status = JsonMapper.shared().readTree(after.output());
        assertThat(status.path("database").stringValue()).isEqualTo("cli_up_and_down");
        assertThat(status.path("embedded").booleanValue()).isFalse();
        assertThat(status.path("applied")).isEmpty();
        assertThat(status.path("pending").get(0).path("version").stringValue()).isEqualTo("0001");
    }

    @Test
    void aVersionThatIsNotThereIsNoWayBack() {
        var database = TestServer.environment("cli_no_such_version");
        run(database, "db", "migrate");

        var refused = run(database, "db", "rollback", "--to", "7777");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).startsWith("chartroom: Version 7777 is not one to go back to.");
    }

    @Test
    void aDatabaseThatIsNotTheEmbeddedOneIsDestroyedOnlyByItsName() {
        var database = TestServer.environment("cli_reset");
        run(database, "db", "seed");
        TestServer.admin("cli_reset").sql("delete from clinic.symptom").update();

        var unnamed = run(database, "db", "reset");
        var misnamed = run(database, "db", "reset", "--yes-destroy", "cli_rest");
        var kept = symptoms("cli_reset");
        var named = run(database, "db:reset", "--yes-destroy", "cli_reset");

        assertThat(unnamed.exitCode()).isEqualTo(1);
        assertThat(unnamed.output()).contains("db reset --yes-destroy cli_reset");
        assertThat(misnamed.exitCode()).isEqualTo(1);
        assertThat(kept).isZero();
        assertThat(named.exitCode()).isZero();
        assertThat(symptoms("cli_reset")).isEqualTo(30);
    }

    @Test
    void aSecondSeedChangesNothingAndSaysSo() {
        var database = TestServer.environment("cli_seed");

        var first = run(database, "db", "seed");
        var stored = everything("cli_seed");
        var second = run(database, "db:seed");

        assertThat(first.output())
                .contains("Added 1 provider, 5 patients, ")
                .containsPattern("Sign in as demo@chartroom.example with the password [\\w-]{20} ")
                .doesNotContain("chartroom-demo");
        assertThat(second.exitCode()).isZero();
        assertThat(second.output()).endsWith("The demo clinic is already there; nothing was changed.");
        assertThat(everything("cli_seed")).isEqualTo(stored);
    }

    @Test
    void aDemoPatientWhoWasHandedOverIsLeftWithTheReceiver() {
        var database = TestServer.environment("cli_seed_handed_over");
        run(database, "db", "seed");
        TestServer.admin("cli_seed_handed_over").sql("""
                        with colleague as (
                            insert into clinic.provider (email, password_hash, first_name, last_name)
                            values ('colleague@clinic.example', '!', 'A', 'B')
                            returning id)
                        update clinic.patient set provider_id = (select id from colleague)
                        """).update();
        var stored = everything("cli_seed_handed_over");

        var second = run(database, "db", "seed");

        assertThat(second.output()).endsWith("The demo clinic is already there; nothing was changed.");
        assertThat(everything("cli_seed_handed_over")).isEqualTo(stored);
    }

    @Test
    void aSeedThatIsKilledHalfWayLeavesNothing() throws SQLException {
        var database = TestServer.environment("cli_seed_killed");
        run(database, "db", "migrate");

        try (var blocker = TestServer.connect("cli_seed_killed")) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table clinic.vital_signs in access exclusive mode");
            try (var seed = Program.start(database, "db", "seed")) {
                await().until(() -> waitsForLock("cli_seed_killed"));
                seed.sigkill();
            }
            blocker.rollback();
        }

        await().until(() -> !waitsForLock("cli_seed_killed"));
        assertThat(everything("cli_seed_killed")).isEmpty();
        assertThat(run(database, "db", "seed").output()).contains("Added 1 provider, 5 patients, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db", "db move", "db rollback --to x", "serv", "db status --xml"})
    void aSlipInTheWordsIsToldWithTheUsage(String words) {
        var ended = run(Map.of(), words.split(" "));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).containsAnyOf("Usage: chartroom", "Did you mean: chartroom serve");
    }

    @Test
    void helpNamesTheCommandsAndTheExitCodes() {
        var help = run(Map.of(), "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("serve", "db", "Exit codes:", "refused or failed");
    }

    @Test
    void aServerThatDoesNotAnswerIsToldInOneLine() {
        var ended = run(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/none"), "db", "status");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output().lines()).singleElement().asString().startsWith("chartroom: ");
    }

    private static Ended run(Map<String, String> environment, String... arguments) {
        return Program.run(environment, arguments);
    }

    private static long symptoms(String database) {
        return TestServer.admin(database)
                .sql("select count(*) from clinic.symptom")
                .query(Long.class)
                .single();
    }

    private static boolean waitsForLock(String database) {
        return TestServer.admin("postgres")
                .sql("select exists (select from pg_stat_activity where datname = :name and wait_event_type = 'Lock')")
                .param("name", database)
                .query(Boolean.class)
                .single();
    }

    /** Every row of the nine tables, as text. */
    private static List<String> everything(String database) {
        return TestServer.admin(database)
                .sql("""
                select row::text from (
                    select x::text from clinic.provider x          union all select x::text from clinic.patient x
                    union all select x::text from clinic.allergy x union all select x::text from clinic.chronic_condition x
                    union all select x::text from clinic.appointment x
                    union all select x::text from clinic.medical_record x
                    union all select x::text from clinic.symptom x union all select x::text from clinic.prescription x
                    union all select x::text from clinic.vital_signs x) row
                 order by 1
                """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> migrations() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/V*.sql"))
                    .map(script -> Objects.requireNonNull(script.getFilename()).substring(1, 5))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
