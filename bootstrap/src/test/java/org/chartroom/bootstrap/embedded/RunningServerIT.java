package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningServerIT {
    @TempDir
    static Path directory;

    private static Home home;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void startServer() {
        home = Homes.fresh(directory.resolve("clinic"));
        server = EmbeddedPostgres.start(home, Homes.SILENT);
    }

    @AfterAll
    static void closeServer() {
        server.close();
    }

    @Test
    void aFirstStartLeavesAnEmptyDatabaseOfPostgresql18() throws SQLException {
        assertThat(answerTo("show server_version")).startsWith("18.");
        assertThat(answerTo("select current_database()")).isEqualTo("chartroom");
        assertThat(answerTo("select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
    })
    void anAcknowledgedWriteIsOnDisk(String setting, String value) throws SQLException {
        assertThat(answerTo("show " + setting)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "password_encryption, scram-sha-256",
        "scram_iterations, 1",
    })
    void theServerIsReachedFromThisMachineOnly(String setting, String value) throws SQLException {
        assertThat(answerTo("show " + setting)).isEqualTo(value);
    }

    @Test
    void nobodyEntersButByScram() throws SQLException {
        assertThat(
                        answerTo(
                                "select string_agg(concat_ws(' ', type, database, user_name, address, auth_method), ';') from pg_hba_file_rules"))
                .isEqualTo("host {all} {all} 127.0.0.1 scram-sha-256");
    }

    @Test
    void aConnectionDoesNotWaitForRoundsThatTheSecretDoesNotNeed() throws SQLException {
        assertThat(answerTo("select rolpassword ^@ 'SCRAM-SHA-256$1:' from pg_authid where rolname = 'postgres'"))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&password=wrong", "&password=", ""})
    void theServerRefusesAWrongPasswordAndNone(String password) {
        String url = "jdbc:postgresql://127.0.0.1:%d/chartroom?user=postgres%s"
                .formatted(server.endpoint().port(), password);

        assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
    }

    @Test
    void lettersBeyondAsciiAreLettersToEveryPartOfTheServer() throws SQLException {
        assertThat(answerTo("select lower('ÉLAN')")).isEqualTo("élan");
        assertThat(answerTo("select datlocprovider::text || datlocale from pg_database where datname = 'chartroom'"))
                .isEqualTo("bC.UTF-8");
        answerTo("create extension pg_trgm; select 1");
        assertThat(answerTo("select similarity('JOSÉ', 'josé') = 1 and similarity('JOSÉ', 'JOS') < 1"))
                .isEqualTo("t");
    }

    @Test
    void theLogTellsNothingOfAStatementThatFails() throws IOException {
        assertThatThrownBy(() -> answerTo("select 'Ada Lovelace'::uuid")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> answerTo("do $$ begin raise warning 'Ada Lovelace'; raise 'Ada Lovelace'; end $$"))
                .isInstanceOf(SQLException.class);

        assertThat(Files.readString(home.log()))
                .contains("ready to accept connections")
                .doesNotContain("Lovelace");
    }

    @Test
    void theHomeIsForItsUsersEyesOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(home.directory()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(home.secret()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(home.data())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void theSecretIsNotOnTheServersCommandLine() throws IOException {
        long pid = PostmasterFile.read(home.data()).orElseThrow().pid();
        String[] arguments =
                ProcessHandle.of(pid).orElseThrow().info().arguments().orElseThrow();

        assertThat(Files.readString(home.secret())).hasSize(43);
        assertThat(String.join(" ", arguments)).doesNotContain(Files.readString(home.secret()));
    }

    @Test
    void anotherCommandFindsTheRunningServer() {
        assertThat(EmbeddedPostgres.running(home)).hasValue(server.endpoint());
    }

    private static String answerTo(String sql) throws SQLException {
        try (Connection connection = server.endpoint().connect(EmbeddedPostgres.DATABASE);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
