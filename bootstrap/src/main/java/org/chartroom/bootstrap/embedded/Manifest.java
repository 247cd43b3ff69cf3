package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself. It is written last.
 *
 * @param format      of this file and of the folder, {@value #FORMAT}
 * @param chartroom   version of the program that made it; null: unpackaged
 * @param postgresql  version of the server
 * @param schema      newest version of the tables; 0: none yet
 * @param system      PostgreSQL's identifier of the database cluster, which a restore keeps
 * @param timeline    grows by each restore
 * @param segmentSize of the write-ahead log, bytes
 * @param startLsn    position in the write-ahead log from which on it is needed
 * @param stopLsn     position up to which it is needed at least
 * @param startedAt   when it began
 * @param usableFrom  the first instant whose state can be had from it
 * @param folders     names within the backup, each after the one that it is in
 * @param files       names within the backup
 */
record Manifest(
        int format,
        @Nullable String chartroom,
        String postgresql,
        String schema,
        String system,
        int timeline,
        long segmentSize,
        String startLsn,
        String stopLsn,
        Instant startedAt,
        Instant usableFrom,
        List<String> folders,
        List<Entry> files) {

    static final int FORMAT = 1;

    private static final String NAME = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Manifest {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
    }

    /** @param sha256 in hexadecimal digits */
    record Entry(String name, long size, String sha256) {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    static Manifest of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Manifest manifest;
        try {
            manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
        } catch (JacksonException damaged) {
            throw new EmbeddedPostgresException("%s is damaged. Nothing has been changed.".formatted(file), damaged);
        }
        if (manifest.format() != FORMAT) {
            throw new EmbeddedPostgresException(
                    "%s is of format %d, and this Chartroom knows %d. Use the Chartroom that wrote it (%s); nothing has been changed."
                            .formatted(file, manifest.format(), FORMAT, manifest.chartroom()));
        }
        return manifest;
    }

    void write(Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve(NAME), OwnersOnly.FILE);
        Files.write(file, JSON.writeValueAsBytes(this));
    }

    long bytes() {
        return files.stream().mapToLong(Entry::size).sum();
    }

    WalSegments segments() {
        return new WalSegments(timeline, segmentSize);
    }
}
