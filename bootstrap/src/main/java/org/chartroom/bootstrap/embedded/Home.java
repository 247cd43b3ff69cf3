package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the clinic's own database lives.
 *
 * @param directory holds all that must survive: {@code data} and the {@code secret} that opens it
 * @param binaries  PostgreSQL's unpacked programs, one folder a version; several homes may share it
 * @param port      the port to listen on; null: one that is free at each start
 * @param backups   the folder of {@link Backups} in which the server archives what it writes; null: it archives nothing
 */
public record Home(
        Path directory,
        Path binaries,
        @Nullable Integer port,
        @Nullable Path backups) {
    static final String DIRECTORY = "CHARTROOM_HOME";
    static final String BINARIES = "CHARTROOM_DB_BINARIES";
    static final String PORT = "CHARTROOM_DB_PORT";

    public Home {
        directory = directory.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
        backups = backups == null ? null : backups.toAbsolutePath().normalize();
    }

    /** One whose server archives nothing. */
    public Home(Path directory, Path binaries, @Nullable Integer port) {
        this(directory, binaries, port, null);
    }

    /**
     * The home that the environment names ({@value #DIRECTORY}, {@value #BINARIES}, {@value #PORT}; empty counts as
     * unset), by default in the user's data directory.
     *
     * @param system {@code os.name} and {@code user.home}
     */
    public static Home of(Map<String, String> environment, Properties system) {
        Path directory =
                setting(environment, DIRECTORY).map(Path::of).orElseGet(() -> dataDirectory(environment, system));
        Path binaries = setting(environment, BINARIES).map(Path::of).orElseGet(() -> directory.resolve("postgresql"));
        return new Home(
                directory, binaries, setting(environment, PORT).map(Home::port).orElse(null));
    }

    /** The home that this process's environment names. */
    public static Home ofThisProcess() {
        return of(System.getenv(), System.getProperties());
    }

    /** This home, whose server archives what it writes in that folder. */
    public Home archivingIn(Path folder) {
        return new Home(directory, binaries, port, folder);
    }

    /** This home as {@link #real}, with a directory that only this user looks into if it had none. */
    Home created() throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return real();
    }

    /** This home under the one path that all its names lead to. */
    Home real() throws IOException {
        return new Home(directory.toRealPath(), binaries, port, backups);
    }

    /** This home, whose server listens on that port. */
    Home at(int itsPort) {
        return new Home(directory, binaries, itsPort, backups);
    }

    Path data() {
        return directory.resolve("data");
    }

    Path secret() {
        return directory.resolve("secret");
    }

    Path lock() {
        return directory.resolve("lock");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    private static Path dataDirectory(Map<String, String> environment, Properties system) {
        Path user = Path.of(system.getProperty("user.home"));
        if (system.getProperty("os.name").startsWith("Mac")) {
            return user.resolve("Library/Application Support/Chartroom");
        }
        return setting(environment, "XDG_DATA_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute) // the XDG specification has relative ones ignored
                .orElseGet(() -> user.resolve(".local/share"))
                .resolve("chartroom");
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1024 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        throw new EmbeddedPostgresException(
                "%s is '%s': give a port from 1024 to 65535, or leave it out to have a free one taken."
                        .formatted(PORT, text));
    }
}
