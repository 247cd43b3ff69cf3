package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class KilledIT {
    private static final String WAITING = "Waiting for the last processes of a killed PostgreSQL to end";

    @TempDir
    Path directory;

    @Test
    void everyAcknowledgedWriteOutlivesTheApplication() throws Exception {
        Home home = Homes.used(directory);
        try (ClinicProcess clinic = ClinicProcess.on(home)) {
            clinic.awaitWritten(200);

            clinic.kill();

            clinic.awaitEnd();
            ProcessHandle leftBehind = serverOf(home);
            List<String> progress = new ArrayList<>();
            try (EmbeddedPostgres server = EmbeddedPostgres.start(home, progress::add)) {
                assertThat(clinic.acknowledged())
                        .hasSizeGreaterThanOrEqualTo(200)
                        .isSubsetOf(written(server));
            }
            assertThat(leftBehind.isAlive()).isFalse();
            assertThat(Homes.exceptSlowness(progress))
                    .containsExactly("Stopping the PostgreSQL that a killed Chartroom left behind");
        }
    }

    @Test
    void everyAcknowledgedWriteOutlivesTheServer() throws Exception {
        Home home = Homes.used(directory);
        try (ClinicProcess clinic = ClinicProcess.on(home)) {
            clinic.awaitWritten(200);

            serverOf(home).destroyForcibly();

            clinic.awaitEnd();
            try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT)) {
                assertThat(clinic.acknowledged())
                        .hasSizeGreaterThanOrEqualTo(200)
                        .isSubsetOf(written(server));
            }
        }
    }

    @Test
    void aStartWaitsForTheChildrenOfAKilledServer() throws Exception {
        Home home = Homes.used(directory);
        EmbeddedPostgres killed = EmbeddedPostgres.start(home, Homes.SILENT);
        ProcessHandle postmaster = serverOf(home);
        List<ProcessHandle> children = postmaster.children().toList();
        signal("STOP", children.getFirst());
        postmaster.destroyForcibly();
        killed.close();
        List<String> progress = new ArrayList<>();
        var resumed = new ArrayList<ProcessHandle>();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, message -> {
            progress.add(message);
            if (message.equals(WAITING) && resumed.isEmpty()) {
                resumed.add(children.getFirst());
                signal("CONT", children.getFirst());
            }
        })) {
            assertThat(EmbeddedPostgres.running(home)).hasValue(server.endpoint());
        }
        assertThat(Homes.exceptSlowness(progress)).isNotEmpty().containsOnly(WAITING);
    }

    @Test
    void aProcessNumberThatBelongsToAnotherProgramByNowIsNoObstacle() throws IOException {
        Home home = Homes.used(directory);
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    home.data().resolve("postmaster.pid"),
                    "%d%n%s%n1795355063%n54999%n%n127.0.0.1%n  2154939         9%nready   %n"
                            .formatted(other.pid(), home.data()));
            assertThat(EmbeddedPostgres.running(home)).isEmpty();

            try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT)) {
                assertThat(EmbeddedPostgres.running(home)).hasValue(server.endpoint());
                assertThat(other.isAlive()).isTrue();
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aServerThatDiedIsStartedAgainWhereItWasAsOftenAsItDies() throws IOException {
        Home home = Homes.used(directory);
        List<String> progress = new CopyOnWriteArrayList<>();
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, progress::add)) {
            for (int times = 1; times <= 3; times++) {
                serverOf(home).destroyForcibly();

                await().until(told(progress, "PostgreSQL runs again", times));
                assertThat(EmbeddedPostgres.running(home)).hasValue(server.endpoint());
            }
        }
        assertThat(EmbeddedPostgres.running(home)).isEmpty();
    }

    @Test
    void aServerThatCannotBeStartedAgainIsTriedUntilItCan() throws IOException {
        Home home = Homes.used(directory);
        List<String> progress = new CopyOnWriteArrayList<>();
        Path control = home.data().resolve("global/pg_control");
        Path away = directory.resolve("pg_control");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, progress::add)) {
            ProcessHandle postmaster = serverOf(home);
            Files.move(control, away);
            postmaster.destroyForcibly();
            await().until(told(progress, "PostgreSQL cannot be started again yet", 1));
            Files.move(away, control, StandardCopyOption.REPLACE_EXISTING);

            await().until(told(progress, "PostgreSQL runs again", 1));
            assertThat(EmbeddedPostgres.running(home)).hasValue(server.endpoint());
        }
    }

    private static Callable<Boolean> told(List<String> progress, String beginning, int times) {
        return () -> progress.stream()
                        .filter(message -> message.startsWith(beginning))
                        .count()
                == times;
    }

    @Test
    void aServerThatDiedIsClosedInPeace() throws IOException {
        Home home = Homes.used(directory);
        EmbeddedPostgres server = EmbeddedPostgres.start(home, Homes.SILENT);
        ProcessHandle postmaster = serverOf(home);

        postmaster.destroyForcibly();
        await().until(() -> !postmaster.isAlive());
        server.close();

        EmbeddedPostgres.start(home, Homes.SILENT).close();
    }

    private static ProcessHandle serverOf(Home home) throws IOException {
        return PostmasterFile.read(home.data())
                .orElseThrow()
                .server(home.data())
                .orElseThrow();
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(signal, process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Integer> written(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.endpoint().connect(EmbeddedPostgres.DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select n from written order by n")) {
            var numbers = new ArrayList<Integer>();
            while (rows.next()) {
                numbers.add(rows.getInt("n"));
            }
            return numbers;
        }
    }
}
