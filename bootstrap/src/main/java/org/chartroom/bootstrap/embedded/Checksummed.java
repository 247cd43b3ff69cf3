package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reading a file to its end and knowing what was read. */
final class Checksummed {
    private Checksummed() {}

    /** Copies a file as it is read, whatever others do to it in the meantime. */
    static Manifest.Entry copy(Path from, Path to, String name) throws IOException {
        try (InputStream source = Files.newInputStream(from)) {
            Files.createFile(to, OwnersOnly.FILE);
            try (OutputStream target = Files.newOutputStream(to)) {
                return copy(source, target, name);
            }
        }
    }

    static Manifest.Entry of(Path file, String name) throws IOException {
        try (InputStream source = Files.newInputStream(file)) {
            return copy(source, OutputStream.nullOutputStream(), name);
        }
    }

    private static Manifest.Entry copy(InputStream source, OutputStream target, String name) throws IOException {
        MessageDigest sha256 = sha256();
        long size = source.transferTo(new DigestOutputStream(target, sha256));
        return new Manifest.Entry(name, size, HexFormat.of().formatHex(sha256.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
