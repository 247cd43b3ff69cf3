package org.chartroom.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Home;
import org.chartroom.faults.Probe.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Not a byte is left where the embedded database keeps its data, its write-ahead log and its messages. Needs the right to
 * mount a small file system; where there is none it says so.
 */
@Execution(ExecutionMode.CONCURRENT)
class DiskFullIT {

    private static final String FAULT = "disk full";
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private boolean mounted;

    @AfterEach
    void unmount() throws Exception {
        if (mounted) run("umount", folder.resolve("disk").toString());
    }

    @Test
    void writesAreToldToComeBackNothingIsLostAndAllIsWellWhenThereIsRoom() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=220m", "tmpfs", disk.toString());
        if (!mounted) {
            System.out.println("DiskFullIT: no right to mount, so no disk is filled");
            return;
        }
        var home = new Home(disk.resolve("home"), TestServer.BINARIES, null);
        var filler = disk.resolve("filler");
        try (var node = Node.embedded(home.directory()).serving();
                var ledger = new Ledger(folder.resolve("ledger"));
                var clients = new Clients(ledger, node.signIn(Figures.times(1, 2)), node.base());
                var alive = Probe.of(node, "", "/actuator/health/liveness")) {
            var token = node.signInAgain(0);
            try (var reads = Probe.of(node, token, "/api/patients?limit=1")) {
                clients.start(30);
                await().until(() -> clients.answered(201) > 50);

                fill(filler);
                var full = System.nanoTime();
                await().atMost(Duration.ofMinutes(2)).until(() -> clients.answered(503) > 50);
                Pause.of(Duration.ofSeconds(Figures.times(3, 20)));
                var meanwhile = reads.since(full);
                Files.delete(filler);
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> EmbeddedPostgres.running(home).isPresent());
                var room = System.nanoTime();
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> reads.untilServedAgain(room).toMinutes() == 0);
                clients.finish();
                var oracle = new Oracle(Node.superuser(home.directory()), ledger.lines());

                assertThat(clients.answers().keySet()).as("%s", clients).isSubsetOf(200, 201, 204, 503);
                assertThat(clients.withoutRetryAfter()).isZero();
                assertThat(meanwhile).extracting(Sample::status).isSubsetOf(200, 503);
                assertThat(alive.since(0)).extracting(Sample::status).containsOnly(200);
                assertThat(oracle.complaints()).isEmpty();
                assertThat(node.run("audit", "verify").output()).contains("The audit trail is sound");
                Figures.tell(
                        FAULT,
                        "%d writes acknowledged, %d answers 503: 0 lost, 0 other answers"
                                .formatted(oracle.acknowledged(), clients.answered(503)));
                Figures.tell(
                        FAULT, "serving again, after the database does, within", reads.untilServedAgain(room), SOON);
            }
            node.program().sigterm();
            node.program().end();
        }
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            var page = new byte[4096];
            while (true) out.write(page);
        } catch (IOException full) {
            assertThat(Files.size(filler)).as("%s", full).isPositive();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
