package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** The records themselves: PostgreSQL's data directory in a home, and the secret without which it does not open. */
final class DataDirectory {
    static final String SUPERUSER = "postgres";

    /** How the name of a folder in a home begins that the next start throws away. */
    static final String UNFINISHED = "data.unfinished-";

    private static final String ACCESS = """
            # Written by Chartroom: this machine only, and never without the home's secret.
            host  all  all  127.0.0.1/32  scram-sha-256
            """;

    private DataDirectory() {}

    /** Refuses data that this PostgreSQL cannot open. Changes nothing. */
    static void requireOpenable(Home home) throws IOException {
        if (!Files.exists(home.data())) {
            return;
        }
        String version = Files.readString(home.data().resolve("PG_VERSION")).strip();
        if (!version.equals(Programs.MAJOR_VERSION)) {
            throw new EmbeddedPostgresException(
                    "%s was written by PostgreSQL %s, and this Chartroom brings %s. Start the Chartroom that wrote it, or name an empty home with %s; nothing has been changed."
                            .formatted(home.data(), version, Programs.MAJOR_VERSION, Home.DIRECTORY));
        }
        if (!Files.exists(home.secret())) {
            throw new EmbeddedPostgresException(
                    "%s does not open without %s, which is gone. Put that file back from your backup; nothing has been changed."
                            .formatted(home.data(), home.secret()));
        }
    }

    /** Creates data and secret unless they are there. What a killed start left unfinished is thrown away. */
    static void createIfMissing(Home home, Programs programs, Platform platform, Consumer<String> progress)
            throws IOException {
        deleteUnfinished(home.directory());
        if (Files.exists(home.data())) {
            return;
        }
        progress.accept("Making the data directory (once): " + home.data());
        if (!Files.exists(home.secret())) {
            createSecret(home.secret());
        }
        Path unfinished = Files.createTempDirectory(home.directory(), UNFINISHED);
        try {
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + home.secret(),
                            "--auth=scram-sha-256",
                            "--set=scram_iterations=" + Settings.SCRAM_ITERATIONS,
                            "--data-checksums",
                            // a segment is archived each minute, however little is in it
                            "--wal-segsize=1",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--lc-ctype=" + platform.characterClasses(),
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
            Files.writeString(unfinished.resolve("pg_hba.conf"), ACCESS);
            FileTree.publish(unfinished, home.data());
        } catch (IOException | RuntimeException failure) {
            FileTree.deleteIfExists(unfinished);
            throw failure;
        }
    }

    static String secret(Home home) throws IOException {
        return Files.readString(home.secret()).strip();
    }

    private static void createSecret(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        FileTree.publish(unfinished, file);
    }

    private static void deleteUnfinished(Path directory) throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, UNFINISHED + "*")) {
            for (Path path : unfinished) {
                try {
                    FileTree.deleteIfExists(path);
                } catch (IOException stillWriting) {
                    // an initdb outlives a starter that was killed, by a second or two; the next start comes again
                }
            }
        }
    }
}
