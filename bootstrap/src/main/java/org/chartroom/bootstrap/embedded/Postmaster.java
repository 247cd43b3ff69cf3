package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The server process of a home. The caller holds the {@link HomeLock}. */
final class Postmaster {

    /** Repairing after a power cut reads up to a gigabyte of write-ahead log. */
    private static final Duration UNTIL_READY = Duration.ofMinutes(5);

    private static final Duration UNTIL_ENDED = Duration.ofMinutes(1);

    /** For what stands in the way of a start and passes by itself. */
    private static final Duration UNTIL_CLEAR = Duration.ofSeconds(30);

    private final Home home;
    private final Programs programs;
    private final int port;
    private final Process process;
    private final ServerLog log;
    private final Thread logReader;

    private Postmaster(Home home, Programs programs, int port, List<String> options) throws IOException {
        this.home = home;
        this.programs = programs;
        this.port = port;
        List<String> arguments = new ArrayList<>(List.of("-D", home.data().toString()));
        arguments.addAll(Settings.options(home, port));
        arguments.addAll(options);
        process = programs.command("postgres", arguments).start();
        log = new ServerLog(home.log());
        logReader = Thread.ofPlatform().daemon().name("postgres-log").start(() -> log.follow(process.inputReader()));
    }

    /**
     * Starts a server and waits until it takes connections. One that a killed process left behind is stopped first;
     * {@code postmaster.pid} of one that was itself killed is removed, because PostgreSQL would refuse to start if the
     * number in it were another program's by now. Against remaining children PostgreSQL guards by shared memory.
     *
     * @param progress may throw a {@link CancellationException} when nobody waits for the server any more
     */
    static Postmaster start(Home home, Programs programs, Consumer<String> progress) throws IOException {
        return start(home, programs, List.of(), UNTIL_READY, progress);
    }

    /**
     * The same for a server that has more to do before it takes connections than to repair.
     *
     * @param options that it is given beside {@link Settings}
     */
    static Postmaster start(
            Home home, Programs programs, List<String> options, Duration untilReady, Consumer<String> progress)
            throws IOException {
        Optional<ProcessHandle> leftBehind = PostmasterFile.read(home.data()).flatMap(file -> file.server(home.data()));
        if (leftBehind.isPresent()) {
            progress.accept("Stopping the PostgreSQL that a killed Chartroom left behind");
            stop(leftBehind.get(), programs);
        }
        PostmasterFile.delete(home.data());

        Instant deadline = Instant.now().plus(UNTIL_CLEAR);
        while (true) {
            int port = home.port() != null ? home.port() : freePort();
            var postmaster = new Postmaster(home, programs, port, options);
            try {
                if (postmaster.becomesReady(untilReady, progress)) {
                    return postmaster;
                }
            } catch (CancellationException unwanted) {
                postmaster.stop();
                throw unwanted;
            }
            String lastWords = postmaster.lastWords();
            boolean portTaken = lastWords.contains("could not bind");
            boolean childrenRemain = lastWords.contains("pre-existing shared memory block");
            if (portTaken && home.port() != null) {
                throw new EmbeddedPostgresException(
                        "Port %d is taken by another program. Name another one with %s, or none to have a free one taken."
                                .formatted(port, Home.PORT));
            }
            if ((!portTaken && !childrenRemain) || Instant.now().isAfter(deadline)) {
                throw new EmbeddedPostgresException(
                        "PostgreSQL does not start on %s. Its last words:%n%s".formatted(home.data(), lastWords));
            }
            if (childrenRemain) {
                progress.accept("Waiting for the last processes of a killed PostgreSQL to end");
            }
            Waiting.until(() -> false, Duration.ofMillis(500));
        }
    }

    int port() {
        return port;
    }

    /** Returns when the server has ended, whatever ended it. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Returns when the server has ended and its log is written. */
    void stop() {
        stop(process.toHandle(), programs);
        awaitLog();
    }

    /** PostgreSQL's own ways: cutting off its clients first; if that hangs, at once, to be repaired at the next start. */
    private static void stop(ProcessHandle server, Programs programs) {
        if (!endsUpon("INT", server, programs) && !endsUpon("QUIT", server, programs)) {
            server.destroyForcibly();
        }
    }

    private static boolean endsUpon(String signal, ProcessHandle server, Programs programs) {
        if (!server.isAlive()) {
            return true; // and its number may be another program's
        }
        try {
            programs.run("pg_ctl", List.of("kill", signal, Long.toString(server.pid())));
        } catch (EmbeddedPostgresException failure) {
            if (server.isAlive()) {
                throw failure;
            }
        }
        return Waiting.until(() -> !server.isAlive(), UNTIL_ENDED);
    }

    /** False if it ended instead; its last words tell why. */
    private boolean becomesReady(Duration limit, Consumer<String> progress) {
        Instant deadline = Instant.now().plus(limit);
        while (Instant.now().isBefore(deadline)) {
            if (Waiting.until(() -> !process.isAlive() || saysReady(), Duration.ofSeconds(5))) {
                return process.isAlive();
            }
            progress.accept("PostgreSQL is still starting; after a power cut it repairs first");
        }
        stop();
        throw new EmbeddedPostgresException("PostgreSQL was not ready after %d minutes. Its last words:%n%s"
                .formatted(limit.toMinutes(), lastWords()));
    }

    private boolean saysReady() {
        try {
            return PostmasterFile.read(home.data())
                    .filter(file -> file.pid() == process.pid() && file.ready())
                    .isPresent();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastWords() {
        awaitLog();
        return log.tail();
    }

    private void awaitLog() {
        // not for ever: children that outlive a killed server keep its output open
        Waiting.until(() -> !logReader.isAlive(), Duration.ofSeconds(1));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
