package org.chartroom.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What clients asked for and what they were answered, a line each, in the order in which it happened. An answer is on disk
 * before its client goes on, as whatever a clinician saw on a screen is in their mind.
 */
final class Ledger implements AutoCloseable {

    private final Path path;
    private final FileChannel file;

    Ledger(Path path) {
        this.path = path;
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void asked(Kind kind, String key, String text) {
        write(new Line(kind, key, hash(text), null), false);
    }

    /** @param id of what the answer says was stored */
    void acknowledged(Kind kind, String key, String text, String id) {
        write(new Line(kind, key, hash(text), id), true);
    }

    private synchronized void write(Line line, boolean lasting) {
        try {
            var bytes = ByteBuffer.wrap(line.text().getBytes(US_ASCII));
            while (bytes.hasRemaining()) file.write(bytes);
            if (lasting) file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many such writes somebody was told are stored. */
    long acknowledged(Kind kind) {
        return lines().stream()
                .filter(line -> line.kind() == kind && line.isAcknowledged())
                .count();
    }

    synchronized List<Line> lines() {
        try {
            return Files.readAllLines(path, US_ASCII).stream().map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a client writes; each holds a text that begins with the key of its request. */
    enum Kind {
        PATIENT,
        APPOINTMENT,
        RECORD,
        DRAFT
    }

    /** @param id null for what was only asked */
    record Line(
            Kind kind, String key, String hash, @Nullable String id) {

        String text() {
            return "%s %s %s %s\n".formatted(kind, key, hash, id == null ? "-" : id);
        }

        static Line of(String text) {
            var parts = text.split(" ", -1);
            return new Line(Kind.valueOf(parts[0]), parts[1], parts[2], parts[3].equals("-") ? null : parts[3]);
        }

        boolean isAcknowledged() {
            return id != null;
        }
    }
}
