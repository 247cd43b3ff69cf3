package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ServerLifeIT {
    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsThereAfterTheNextStart() throws Exception {
        Home home = Homes.used(directory);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT)) {
            execute(server, "create table visit as select 1 as n");
        }

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT)) {
            execute(server, "drop table visit");
        }
    }

    @Test
    void aClosedServerIsGoneAndItsHomeIsFree() throws IOException {
        Home home = Homes.used(directory);
        EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT);

        server.close();

        assertThatThrownBy(() -> server.endpoint().connect(EmbeddedPostgres.DATABASE))
                .isInstanceOf(SQLException.class);
        assertThat(EmbeddedPostgres.running(home)).isEmpty();
        assertThat(home.data().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void closingDoesNotWaitForClients() throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(Homes.used(directory), Homes.SILENT);
        try (Connection client = server.endpoint().connect(EmbeddedPostgres.DATABASE)) {
            assertTimeout(Duration.ofSeconds(30), server::close);

            assertThat(client.isValid(1)).isFalse();
        }
    }

    @Test
    void anInterruptedThreadClosesAllTheSame() throws IOException {
        Home home = Homes.used(directory);
        EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT);

        Thread.currentThread().interrupt();
        server.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(home.data().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void manyMayCloseAtOnceAndAgainWithoutClosingTheNextServer() throws IOException {
        Home home = Homes.used(directory);
        EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT);
        Stream.generate(() -> server).limit(4).parallel().forEach(EmbeddedPostgres::close);

        try (EmbeddedPostgres next = EmbeddedPostgres.start(home, Homes.SILENT)) {
            server.close();

            assertThat(EmbeddedPostgres.running(home)).hasValue(next.endpoint());
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, Homes.SILENT))
                    .hasMessageContaining("in use by this process");
        }
    }

    @Test
    void aHomeHasOneServerAmongAllProcesses() throws IOException {
        Home home = Homes.used(directory);
        try (EmbeddedPostgres _ = EmbeddedPostgres.start(home, Homes.SILENT)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, Homes.SILENT))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("%s is in use by this process", directory);

            try (ClinicProcess second = ClinicProcess.on(home)) {
                assertThat(second.awaitEnd())
                        .contains("%s is in use by process %d"
                                .formatted(directory, ProcessHandle.current().pid()))
                        .contains("CHARTROOM_HOME");
            }
        }
    }

    @Test
    void theServerListensOnThePortThatTheHomeNames() throws IOException {
        int port = freePort();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(
                new Home(Homes.used(directory).directory(), Homes.BINARIES, port), Homes.SILENT)) {
            assertThat(server.endpoint().port()).isEqualTo(port);
        }
    }

    @Test
    void aNamedPortThatIsTakenIsRefused() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Home home = new Home(Homes.used(directory).directory(), Homes.BINARIES, other.getLocalPort());

            assertThatThrownBy(() -> EmbeddedPostgres.start(home, Homes.SILENT))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("Port %d is taken", other.getLocalPort())
                    .hasMessageContaining("CHARTROOM_DB_PORT");
        }
    }

    @Test
    void aFirstStartThatWasKilledIsDoneAgain() throws IOException {
        Home home = Homes.fresh(directory);
        Path unfinished = Files.createDirectory(directory.resolve("data.unfinished-4711"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18");
        Files.writeString(directory.resolve("secret.unfinished"), "half a sec");

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT)) {
            assertThat(EmbeddedPostgres.running(home)).hasValue(server.endpoint());
            assertThat(unfinished).doesNotExist();
            assertThat(directory.resolve("secret.unfinished")).doesNotExist();
        }
    }

    @Test
    void aFirstStartThatWasKilledBeforeItsDatabaseWasMadeIsFinished() throws Exception {
        Home home = Homes.used(directory);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT);
                Connection connection = server.endpoint().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database chartroom");
        }

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT)) {
            execute(server, "select 1");
        }
    }

    @Test
    void dataOfAnotherPostgresqlIsRefusedUntouched() throws IOException {
        Home home = Homes.fresh(directory);
        Files.writeString(Files.createDirectory(home.data()).resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(home, Homes.SILENT))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("%s was written by PostgreSQL 17, and this Chartroom brings 18", home.data());
        assertThat(list(home.data())).containsExactly(home.data().resolve("PG_VERSION"));
        assertThat(home.secret()).doesNotExist();
    }

    @Test
    void dataThatIsNoPostgresqlIsRefusedUntouched() throws IOException {
        Home home = Homes.fresh(directory);
        Files.writeString(Files.createDirectory(home.data()).resolve("letters.txt"), "mine");

        assertThatThrownBy(() -> EmbeddedPostgres.start(home, Homes.SILENT))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("PG_VERSION");
        assertThat(list(home.data())).containsExactly(home.data().resolve("letters.txt"));
    }

    @Test
    void dataWithoutItsSecretIsRefused() throws IOException {
        Home home = Homes.used(directory);
        Files.delete(home.secret());

        assertThatThrownBy(() -> EmbeddedPostgres.start(home, Homes.SILENT))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("does not open without %s", home.secret());
        assertThat(home.secret()).doesNotExist();
    }

    @Test
    void dataWithAnotherSecretIsRefusedAndItsServerStopped() throws IOException {
        Home home = Homes.used(directory);
        Files.writeString(home.secret(), "not the one");

        assertThatThrownBy(() -> EmbeddedPostgres.start(home, Homes.SILENT))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("put that back from your backup");
        assertThat(home.data().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void aHomeThatCannotBeMadeIsRefusedByName() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(Homes.fresh(file.resolve("home")), Homes.SILENT))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("%s", file.resolve("home"))
                .hasMessageContaining("CHARTROOM_HOME");
    }

    @Test
    void aServerThatDoesNotStartIsQuoted() throws IOException {
        Home home = Homes.used(directory);
        Files.writeString(home.data().resolve("postgresql.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(home, Homes.SILENT))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("no_such_setting");
    }

    @Test
    void aHomeWithoutAServerHasNoneRunning() throws IOException {
        Home home = Homes.fresh(directory.resolve("none"));

        assertThat(EmbeddedPostgres.running(home)).isEmpty();
        assertThat(home.directory()).doesNotExist();
    }

    @Test
    void aStartOfExistingDataSaysNothing() throws IOException {
        Home home = Homes.used(directory);
        List<String> progress = new CopyOnWriteArrayList<>();

        EmbeddedPostgres.start(home, progress::add).close();

        assertThat(Homes.exceptSlowness(progress)).isEmpty();
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = server.endpoint().connect(EmbeddedPostgres.DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
