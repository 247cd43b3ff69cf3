package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it, treated as one thing. */
final class FileTree {
    private FileTree() {}

    /** Moves a finished folder or file to its name, so that it is there whole or not at all, even after a power cut. */
    static void publish(Path finished, Path name) throws IOException {
        for (Path path : walk(finished)) {
            if (!Files.isSymbolicLink(path)) {
                flush(path);
            }
        }
        Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
        flush(name.resolveSibling(""));
    }

    static void deleteIfExists(Path root) throws IOException {
        if (Files.exists(root)) {
            for (Path path : walk(root).reversed()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> walk(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
