package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A finished backup: a folder with a data directory, its write-ahead log, its secret and the seals of the audit trail. */
public final class Backup {
    static final String DATA = "data";
    static final String SECRET = "secret";
    static final String SEALS = "audit-seals";

    private final Path folder;
    private final Manifest manifest;

    private Backup(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    static Backup in(Path folder) throws IOException {
        return new Backup(folder, Manifest.of(folder));
    }

    public Path folder() {
        return folder;
    }

    /** The first instant whose state can be had from it. */
    public Instant usableFrom() {
        return manifest.usableFrom();
    }

    /** Bytes. */
    public long size() {
        return manifest.bytes();
    }

    Manifest manifest() {
        return manifest;
    }

    /** Reads all of it. The first file that is not as it was written is named. */
    void requireSound() throws IOException {
        for (Manifest.Entry file : manifest.files()) {
            Path path = folder.resolve(file.name());
            if (!Files.isRegularFile(path)) {
                throw damaged(path, "is missing");
            }
            requireSame(file, Checksummed.of(path, file.name()));
        }
    }

    /** Copies all but the manifest to a folder that is there, and reads again what it copies. */
    void copyTo(Path target) throws IOException {
        for (String name : manifest.folders()) {
            Files.createDirectory(target.resolve(name), OwnersOnly.FOLDER);
        }
        for (Manifest.Entry file : manifest.files()) {
            requireSame(file, Checksummed.copy(folder.resolve(file.name()), target.resolve(file.name()), file.name()));
        }
    }

    private void requireSame(Manifest.Entry written, Manifest.Entry read) {
        if (!written.equals(read)) {
            throw damaged(folder.resolve(written.name()), "is not as it was written");
        }
    }

    private static EmbeddedPostgresException damaged(Path file, String how) {
        return new EmbeddedPostgresException(
                "The backup is damaged: %s %s. Nothing has been restored; take another backup, and look after the disk that holds this one."
                        .formatted(file, how));
    }
}
