package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * The clinic's own PostgreSQL server over one {@link Home}. It listens on this machine only and keeps every write that
 * it acknowledged. Whoever starts it closes it.
 *
 * <p>A server that ends without being told to is started again, on the same port, as often as it takes: it may have been
 * killed for want of memory, or have given up on a full disk.
 *
 * <p>It sets no shutdown hook: one would race with the application's own and take the database from under the last
 * requests. A server that its process leaves behind, because that was killed, is stopped by the next start.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The clinic's database, which a first start leaves empty. */
    public static final String DATABASE = "chartroom";

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Home home;
    private final Programs programs;
    private final HomeLock lock;
    private final Endpoint endpoint;
    private final Consumer<String> progress;
    private final Thread watch;
    private volatile Postmaster postmaster;
    private volatile boolean closing;
    private boolean closed;

    private EmbeddedPostgres(
            Home home,
            Programs programs,
            HomeLock lock,
            Endpoint endpoint,
            Postmaster postmaster,
            Consumer<String> progress) {
        this.home = home;
        this.programs = programs;
        this.lock = lock;
        this.endpoint = endpoint;
        this.postmaster = postmaster;
        this.progress = progress;
        watch = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::keepRunning);
    }

    /**
     * Starts the server and returns when it takes connections: within a second or so, or some more the first time, when
     * the programs are unpacked and the data directory is made.
     *
     * @param progress is told what takes long, each time a line for the person at the terminal
     * @throws EmbeddedPostgresException if the home is in use, cannot be used, or holds another version's data
     */
    public static EmbeddedPostgres start(Home home, Consumer<String> progress) {
        Platform platform = Platform.of(System.getProperties());
        try {
            Home created = home.created();
            HomeLock lock = HomeLock.of(created);
            try {
                return start(created, platform, lock, progress);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw unusable(home, failure);
        }
    }

    /** The server that any process runs on a home, if one answers there. Starts nothing and changes nothing. */
    public static Optional<Endpoint> running(Home home) {
        if (!Files.exists(home.data())) {
            return Optional.empty();
        }
        try {
            Home real = home.real();
            Optional<PostmasterFile> file = PostmasterFile.read(real.data())
                    .filter(PostmasterFile::ready)
                    .filter(ready -> ready.server(real.data()).isPresent());
            return file.isPresent() ? answering(endpoint(real, file.get().port())) : Optional.empty();
        } catch (IOException failure) {
            throw unusable(home, failure);
        }
    }

    /** Where it listens until it is closed. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Cuts off the clients, waits until the server has ended, and frees the home. Any thread may, and more than once. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) { // so not while it is being started again
            if (!closed) {
                closed = true;
                postmaster.stop();
                lock.close();
            }
        }
    }

    private void keepRunning() {
        try {
            while (!closing) {
                postmaster.awaitEnd();
                synchronized (this) {
                    if (!closing) {
                        tell("PostgreSQL ended without being told to; starting it again");
                        startAgain();
                    }
                }
            }
        } catch (CancellationException | InterruptedException closed) {
            // nobody needs it any more
        }
    }

    /** On its port, which clients know. What stands in the way is told once, until it is another. */
    private void startAgain() {
        var told = "";
        while (true) {
            try {
                postmaster = Postmaster.start(home.at(endpoint.port()), programs, this::tell);
                tell("PostgreSQL runs again");
                return;
            } catch (IOException | EmbeddedPostgresException failure) {
                var message = String.valueOf(failure.getMessage());
                if (!message.equals(told)) {
                    tell("PostgreSQL cannot be started again yet: " + message);
                }
                told = message;
                Waiting.until(() -> closing, BETWEEN_TRIES);
            }
        }
    }

    /** @throws CancellationException when whoever waits for the server closes it instead */
    private void tell(String message) {
        if (closing) {
            throw new CancellationException();
        }
        progress.accept(message);
    }

    private static EmbeddedPostgres start(Home home, Platform platform, HomeLock lock, Consumer<String> progress)
            throws IOException {
        DataDirectory.requireOpenable(home);
        Programs programs = Programs.of(home.binaries(), platform, progress);
        DataDirectory.createIfMissing(home, programs, platform, progress);
        prepareArchive(home, progress);
        Postmaster postmaster = Postmaster.start(home, programs, progress);
        try {
            Endpoint endpoint = endpoint(home, postmaster.port());
            createDatabaseIfMissing(endpoint);
            var started = new EmbeddedPostgres(home, programs, lock, endpoint, postmaster, progress);
            started.watch.start();
            return started;
        } catch (SQLException refused) {
            postmaster.stop();
            throw new EmbeddedPostgresException(
                    "PostgreSQL runs on %s but does not serve Chartroom: %s. If %s is not the file that belongs to this data, put that back from your backup."
                            .formatted(home.data(), refused.getMessage(), home.secret()),
                    refused);
        } catch (IOException | RuntimeException failure) {
            postmaster.stop();
            throw failure;
        }
    }

    /** Records are needed more than their archive: what cannot be archived now is kept, and archived when that works. */
    private static void prepareArchive(Home home, Consumer<String> progress) {
        if (home.backups() == null) {
            return;
        }
        try {
            new Backups(home.backups()).requireUsable();
        } catch (EmbeddedPostgresException missing) {
            progress.accept("NOTHING IS BEING BACKED UP. " + missing.getMessage());
        }
    }

    private static Endpoint endpoint(Home home, int port) throws IOException {
        return new Endpoint("127.0.0.1", port, DataDirectory.SUPERUSER, DataDirectory.secret(home));
    }

    private static void createDatabaseIfMissing(Endpoint endpoint) throws SQLException {
        try (Connection connection = endpoint.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select from pg_database where datname = '%s'".formatted(DATABASE))) {
            if (!found.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }

    private static Optional<Endpoint> answering(Endpoint endpoint) {
        try {
            endpoint.connect(DATABASE).close();
            return Optional.of(endpoint);
        } catch (SQLException stopping) {
            return Optional.empty();
        }
    }

    private static EmbeddedPostgresException unusable(Home home, IOException failure) {
        return new EmbeddedPostgresException(
                "Chartroom cannot use %s as its home: %s. Check that this user may write there and that the disk is not full, or name another folder with %s."
                        .formatted(home.directory(), failure, Home.DIRECTORY),
                failure);
    }
}
