package org.chartroom.bootstrap.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * What a server says, kept in a file that never grows for ever: beyond {@link #LIMIT} it becomes the one old file, and
 * a new one begins.
 */
final class ServerLog {
    /** Bytes. */
    static final long LIMIT = 1 << 20;

    private static final int TAIL = 20;

    private final Path file;
    private final Deque<String> tail = new ArrayDeque<>();

    ServerLog(Path file) {
        this.file = file;
    }

    /** Reads to the end of {@code output}: a server whose output nobody reads stands still at last. */
    void follow(BufferedReader output) {
        try (output;
                Stream<String> lines = output.lines()) {
            lines.forEach(this::append);
        } catch (IOException | UncheckedIOException closed) {
            append("(the server's output ended: " + closed.getMessage() + ")");
        }
    }

    synchronized void append(String line) {
        tail.addLast(line);
        if (tail.size() > TAIL) {
            tail.removeFirst();
        }
        try {
            if (Files.exists(file) && Files.size(file) > LIMIT) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file,
                    line + System.lineSeparator(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException diskFull) {
            // the tail has the line, and the server must not wait for a disk that is full
        }
    }

    /** The last lines of this server. */
    synchronized String tail() {
        return String.join(System.lineSeparator(), tail);
    }
}
