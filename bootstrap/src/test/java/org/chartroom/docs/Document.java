package org.chartroom.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file, or a folder of files, under {@code docs} that is written from the product; {@code .ci/write-docs} writes all of them. */
public final class Document {

    private static final boolean WRITE = Boolean.getBoolean("chartroom.docs.write");

    /** From the folder of this Maven module, in which its tests run. */
    private static final Path DOCS = Path.of("..", "docs");

    private final String name;

    private Document(String name) {
        this.name = name;
    }

    /** By its name under {@code docs}, such as {@code problems.md}. */
    public static Document named(String name) {
        return new Document(name);
    }

    public Path file() {
        return DOCS.resolve(name);
    }

    /** Fails where the committed text is another. */
    public void isCurrentlyAs(String text) {
        if (WRITE) write(file(), text);
        assertThat(read(file())).as(outOfDate()).isEqualTo(text);
    }

    /** Fails where the committed files are others; a file too many counts as well. */
    public void isCurrentlyAsIn(Path folder) {
        var files = files(folder);
        if (WRITE) {
            files(file()).keySet().forEach(this::delete);
            files.forEach((file, text) -> write(file().resolve(file), text));
        }
        assertThat(files(file())).as(outOfDate()).isEqualTo(files);
    }

    private String outOfDate() {
        return "docs/%s is out of date; .ci/write-docs writes it anew".formatted(name);
    }

    private void delete(String file) {
        try {
            Files.delete(file().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> files(Path folder) {
        if (!Files.isDirectory(folder)) return Map.of();
        try (var files = Files.list(folder)) {
            var texts = new TreeMap<String, String>();
            for (var file : List.copyOf(files.toList()))
                texts.put(file.getFileName().toString(), read(file));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
