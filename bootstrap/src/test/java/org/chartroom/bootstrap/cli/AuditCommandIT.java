package org.chartroom.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.cli.Program.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.json.JsonMapper;

@Execution(ExecutionMode.CONCURRENT)
class AuditCommandIT {

    @TempDir
    private Path folder;

    @Test
    void aServerSealsWhatTheCommandsThenCheckAndHandOut() throws IOException {
        var database = environment("cli_audit");
        run(database, "db", "seed");
        var seeded = events("cli_audit");

        try (var server = Program.start(database, "serve", "--server.port=0")) {
            server.base();
            await().until(() -> sealed("cli_audit") >= seeded);
            server.sigterm();
            server.end();
        }
        var sound = run(database, "audit", "verify");
        var csv = run(database, "audit", "export", "--from", "2020-01-01", "--to", "2199-12-31");
        var file = folder.resolve("events.ndjson");
        var ndjson = run(
                database,
                "audit",
                "export",
                "--from",
                "2020-01-01T00:00:00Z",
                "--to",
                "2199-12-31",
                "--format",
                "ndjson",
                "--output",
                file.toString());
        var again = run(
                database, "audit", "export", "--from", "2020-01-01", "--to", "2199-12-31", "--output", file.toString());

        assertThat(sound.exitCode()).isZero();
        assertThat(sound.output())
                .matches("The audit trail is sound: %d events in \\d+ seals, 0 not yet sealed.".formatted(seeded));
        assertThat(csv.exitCode()).isZero();
        assertThat(csv.output().lines())
                .hasSize(1 + seeded + 1)
                .first()
                .isEqualTo(
                        "id,recordedAt,action,kind,objectId,patientId,providerId,sessionId,requestId,address,outcome");
        assertThat(csv.output()).contains(",create,patient,", ",read,audit_trail,");
        assertThat(ndjson.exitCode()).isZero();
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(seeded + 2);
        assertThat(JsonMapper.shared().readTree(lines.getFirst()).path("action").stringValue())
                .isEqualTo("create");
        assertThat(again.exitCode())
                .as("a file that is there is not overwritten")
                .isEqualTo(1);
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    @Test
    void whatSomebodyAlteredIsNamed() {
        var database = environment("cli_audit_broken");
        run(database, "db", "seed");
        try (var server = Program.start(database, "serve", "--server.port=0")) {
            server.base();
            await().until(() -> sealed("cli_audit_broken") > 0);
            server.sigterm();
            server.end();
        }

        TestServer.admin("cli_audit_broken")
                .sql("update audit.event set provider_id = gen_random_uuid() where id = 17")
                .update();
        var broken = run(database, "audit", "verify");
        var elsewhere = new HashMap<>(database);
        elsewhere.put("CHARTROOM_AUDIT_SEALS", folder.resolve("elsewhere").toString());
        TestServer.admin("cli_audit_broken").sql("delete from audit.event").update();
        TestServer.admin("cli_audit_broken").sql("delete from audit.seal").update();
        var emptied = run(database, "audit", "verify");
        var unwitnessed = run(elsewhere, "audit", "verify");
        TestServer.admin("cli_audit_broken")
                .sql("update audit.chain set id = gen_random_uuid()")
                .update();
        var replaced = run(database, "audit", "verify");
        run(database, "db", "reset", "--yes-destroy", "cli_audit_broken");
        var begunAnew = run(database, "audit", "verify");

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.output()).startsWith("chartroom: The audit trail is broken: event 17 was changed.");
        assertThat(emptied.exitCode()).isEqualTo(1);
        assertThat(emptied.output()).contains("event 1 is the first that a deleted seal covered");
        assertThat(unwitnessed.exitCode())
                .as("an empty trail without a file is a new one")
                .isZero();
        assertThat(replaced.exitCode()).isEqualTo(1);
        assertThat(replaced.output())
                .contains("event 1 is the first of another trail than the one that the folder of seals knows");
        assertThat(begunAnew.exitCode()).isZero();
    }

    @Test
    void aTimeThatIsNoneIsToldSo() {
        var database = environment("cli_audit_times");
        run(database, "db", "migrate");

        var noDay = run(database, "audit", "export", "--from", "yesterday", "--to", "2026-03-02");
        var backwards = run(database, "audit", "export", "--from", "2026-03-03", "--to", "2026-03-02");

        assertThat(List.of(noDay, backwards))
                .allSatisfy(ended -> assertThat(ended.exitCode()).isEqualTo(1));
        assertThat(noDay.output()).contains("'yesterday' is neither a day such as 2026-03-02");
        assertThat(backwards.output()).contains("--from must be before --to");
    }

    private Map<String, String> environment(String database) {
        var environment = new HashMap<>(TestServer.environment(database));
        environment.put("CHARTROOM_AUDIT_SEALS", folder.resolve("seals").toString());
        return environment;
    }

    private static Ended run(Map<String, String> environment, String... arguments) {
        return Program.run(environment, arguments);
    }

    private static int events(String database) {
        return TestServer.admin(database)
                .sql("select count(*) from audit.event")
                .query(Integer.class)
                .single();
    }

    private static int sealed(String database) {
        return TestServer.admin(database)
                .sql("select coalesce(sum(octet_length(digests) / 40), 0) from audit.seal")
                .query(Integer.class)
                .single();
    }
}
