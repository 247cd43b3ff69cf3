package org.chartroom.bootstrap.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Endpoint;
import org.chartroom.bootstrap.embedded.Home;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What a clinic does after somebody deleted the wrong patient, at the command line, with as much data as a clinic has. */
@Execution(ExecutionMode.CONCURRENT)
class BackupDrillIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** 200 MB that cannot be compressed much; the rules of the tables hold, their triggers would take minutes. */
    private static final List<String> FILLING = List.of("""
            insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex, notes)
            select (select id from clinic.provider limit 1), 'Ada', 'Okafor ' || n, date '1980-02-29', 'female',
                   (select string_agg(md5(random()::text || i || n), '') from generate_series(1, 400) i)
              from generate_series(1, 9000) n
            """, """
            insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type, status)
            select id, provider_id, timestamptz '2020-01-01 08:00:00+00' + row_number() over () * interval '1 hour',
                   'routine_checkup', 'completed'
              from clinic.patient
             where last_name like 'Okafor %'
            """, """
            insert into clinic.medical_record (appointment_id, chief_complaint, subjective, objective, assessment, plan)
            select a.id, 'cough', (select string_agg(md5(random()::text || i || a.id), '') from generate_series(1, 300) i),
                   '', '', ''
              from clinic.appointment a
             where a.status = 'completed'
               and not exists (select from clinic.medical_record r where r.appointment_id = a.id)
            """);

    @TempDir
    private Path folder;

    @Test
    void aPatientWhoWasDeletedByMistakeIsHadBackAndSoIsEverythingElse() throws Exception {
        var backups = Files.createDirectory(folder.resolve("backups"));
        var first = home("first");
        var restored = home("restored");
        Instant before;
        Map<String, String> hashes;
        String token;
        String base;
        try (var server = Program.start(environment(first, backups), "serve", "--server.port=0")) {
            base = server.base();
            token = signedIn(base);
            await().atMost(PATIENCE).until(() -> finished(backups).size() == 1);
            var database = client(first);
            FILLING.forEach(statement -> filling(first, statement));
            var size = database.sql("select pg_database_size('chartroom')")
                    .query(Long.class)
                    .single();
            assertThat(size).isGreaterThan(200L << 20);

            var killed = Program.start(environment(first, backups), "backup", backups.toString());
            await().atMost(PATIENCE).until(() -> !unfinished(backups).isEmpty());
            killed.sigkill();
            assertThat(unfinished(backups)).hasSize(1);

            var writes = new AtomicBoolean(true);
            var writer = Thread.ofPlatform().start(() -> writeWhile(writes, database));
            var backup = Program.run(environment(first, backups), "backup", backups.toString());
            writes.set(false);
            writer.join();
            assertThat(backup.exitCode()).as(backup.output()).isZero();
            assertThat(backup.output()).contains("Backed up to " + backups);
            assertThat(unfinished(backups)).isEmpty();
            assertThat(finished(backups)).hasSize(2);

            hashes = hashes(database);
            before = database.sql("select clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            var deleted = database.sql("delete from clinic.patient where last_name = 'Okafor 42'")
                    .update();
            assertThat(deleted).isOne();
            assertThat(status(base, token)).isEqualTo(200);
            server.sigterm();
            server.end();
        }
        var firstTimeline = archived(backups);

        var restoring =
                Program.run(environment(restored, null), "restore", backups.toString(), "--at", before.toString());
        assertThat(restoring.exitCode()).as(restoring.output()).isZero();
        assertThat(restoring.output()).contains("Sessions that were ended: 1.", "The file of seals vouches");

        try (var _ = EmbeddedPostgres.start(restored, _ -> {})) {
            var database = client(restored);
            assertThat(hashes(database)).isEqualTo(hashes);
            assertThat(database.sql("select count(*) from access.session")
                            .query(Integer.class)
                            .single())
                    .isZero();
            database.sql("create extension amcheck").update();
            assertThat(database.sql("""
                            select count(bt_index_check(c.oid, true))
                              from pg_class c
                              join pg_am a on a.oid = c.relam
                             where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p'
                            """).query(Integer.class).single()).isGreaterThan(100);
            database.sql("drop extension amcheck").update();
        }
        var verified = Program.run(environment(restored, null), "audit", "verify");
        assertThat(verified.exitCode()).as(verified.output()).isZero();

        try (var server = Program.start(environment(restored, backups), "serve", "--server.port=0")) {
            base = server.base();
            assertThat(status(base, token)).isEqualTo(401);
            assertThat(status(base, signedIn(base))).isEqualTo(200);
            server.sigterm();
            server.end();
        }
        assertThat(archived(backups)).containsAllEntriesOf(firstTimeline);
        assertThat(archived(backups).keySet()).anyMatch(name -> name.startsWith("00000002") && name.length() == 24);
    }

    @Test
    void aServerBacksItselfUpWhenItIsTimeAndKeepsAsManyAsItWasTold() throws Exception {
        var backups = Files.createDirectory(folder.resolve("kept"));
        var environment = new HashMap<>(environment(home("scheduled"), backups));
        environment.put("CHARTROOM_ZONE", "UTC");
        var first = backUpBy(environment, backups, "02:30", List.of());
        var now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);

        var second = backUpBy(environment, backups, now.toString(), first);

        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    /** What is there when a server has made one more than there were. */
    private static List<Path> backUpBy(Map<String, String> environment, Path backups, String time, List<Path> before)
            throws Exception {
        try (var server = Program.start(
                environment,
                "serve",
                "--server.port=0",
                "--chartroom.backup.at=" + time,
                "--chartroom.backup.keep=1")) {
            server.base();
            await().atMost(PATIENCE)
                    .until(() -> !finished(backups).isEmpty() && before.stream().noneMatch(Files::exists));
            server.sigterm();
            server.end();
        }
        return finished(backups);
    }

    @Test
    void whatCannotBeDoneIsToldInWords() throws IOException {
        var home = home("none");
        var external = new HashMap<>(TestServer.environment("cli_backup"));

        var malformed = Program.run(environment(home, null), "restore", folder.toString(), "--at", "yesterday");
        var nothing = Program.run(environment(home, null), "restore", folder.toString());
        var elsewhere = Program.run(external, "backup", folder.toString());
        external.put("CHARTROOM_BACKUP_DIRECTORY", folder.toString());
        var schedule = Program.run(external, "serve", "--server.port=0");

        assertThat(List.of(malformed, nothing, elsewhere, schedule))
                .allSatisfy(ended -> assertThat(ended.exitCode()).isEqualTo(1));
        assertThat(malformed.output()).contains("'yesterday' is no instant with its zone");
        assertThat(nothing.output()).contains("is no backup, and holds none that is finished");
        assertThat(elsewhere.output()).contains("a PostgreSQL of your own", "docs/operations.md");
        assertThat(schedule.output())
                .contains("chartroom.backup.directory", "is for the embedded database")
                .doesNotContain("\tat ");
        assertThat(home.directory()).doesNotExist();
    }

    private Home home(String name) {
        return new Home(folder.resolve(name), TestServer.BINARIES, null);
    }

    private static Map<String, String> environment(Home home, @Nullable Path backups) {
        return Map.of(
                "CHARTROOM_HOME",
                home.directory().toString(),
                "CHARTROOM_DB_BINARIES",
                TestServer.BINARIES.toString(),
                "CHARTROOM_BACKUP_DIRECTORY",
                backups == null ? "" : backups.toString());
    }

    private static JdbcClient client(Home home) {
        var server = server(home);
        return JdbcClient.create(new DriverManagerDataSource(
                server.jdbcUrl(EmbeddedPostgres.DATABASE), server.user(), server.password()));
    }

    private static Endpoint server(Home home) {
        return EmbeddedPostgres.running(home).orElseThrow();
    }

    private static void filling(Home home, String statement) {
        var server = server(home);
        var url = server.jdbcUrl(EmbeddedPostgres.DATABASE) + "&options=-c%20session_replication_role=replica";
        JdbcClient.create(new DriverManagerDataSource(url, server.user(), server.password()))
                .sql(statement)
                .update();
    }

    private static void writeWhile(AtomicBoolean writes, JdbcClient database) {
        for (var n = 0; writes.get(); n++) database.sql("""
                            insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                            select id, 'Bea', 'Nowak ' || :n, date '1990-01-01', 'female'
                              from clinic.provider
                             limit 1
                            """).param("n", n).update();
    }

    /** Of every table but those that the server itself writes to in the meantime, and of the sessions. */
    private static Map<String, String> hashes(JdbcClient database) {
        return database.sql("""
                        select format('%I.%I', n.nspname, c.relname) as name,
                               (xpath('/row/hash/text()', query_to_xml(format(
                                   'select count(*) || '' '' || coalesce(md5(string_agg(md5(t::text), '''' order by md5(t::text))), '''') as hash from %I.%I t',
                                   n.nspname, c.relname), false, true, '')))[1]::text as hash
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind = 'r'
                           and n.nspname not in ('pg_catalog', 'information_schema', 'audit')
                           and c.relname not in ('session', 'spent_refresh_token', 'sign_in_tries')
                        """).query().listOfRows().stream()
                .collect(toMap(row -> String.valueOf(row.get("name")), row -> String.valueOf(row.get("hash"))));
    }

    private static List<Path> finished(Path backups) throws IOException {
        return named(backups, "20.*Z");
    }

    private static List<Path> unfinished(Path backups) throws IOException {
        return named(backups, "20.*Z\\.unfinished");
    }

    private static List<Path> named(Path backups, String pattern) throws IOException {
        try (Stream<Path> all = Files.list(backups)) {
            return all.filter(path -> path.getFileName().toString().matches(pattern))
                    .toList();
        }
    }

    /** Each segment of the archive, and when it was written. */
    private static Map<String, Object> archived(Path backups) throws IOException {
        var archived = new HashMap<String, Object>();
        try (Stream<Path> all = Files.list(backups.resolve("wal"))) {
            for (var file : all.toList()) archived.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
        }
        return archived;
    }

    private static String signedIn(String base) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var tokens = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/auth/token"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("""
                                    {"email": "demo@chartroom.example", "password": "chartroom-demo"}
                                    """))
                            .build(),
                    BodyHandlers.ofString());
            return JsonMapper.shared()
                    .readTree(tokens.body())
                    .path("accessToken")
                    .stringValue();
        }
    }

    private static int status(String base, String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(base + "/api/patients?limit=1"))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
