package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Homes for tests. They share one unpacked PostgreSQL, and most begin with a copy of one data directory. */
final class Homes {
    static final Path BINARIES = Path.of("target", "postgresql");

    static final Consumer<String> SILENT = _ -> {};

    private static final Path TEMPLATE = Path.of("target", "home-" + Programs.VERSION);

    private Homes() {}

    /** A home that nobody has started yet. */
    static Home fresh(Path directory) {
        return new Home(directory, BINARIES, null);
    }

    /** A home whose server was started and closed before. */
    static Home used(Path directory) throws IOException {
        Home template = template();
        Home home = fresh(directory);
        copy(template.data(), home.data());
        copy(template.secret(), home.secret());
        return home;
    }

    /** One test at a time, of those that run at once. */
    private static synchronized Home template() {
        Home template = fresh(TEMPLATE);
        if (!Files.exists(template.data())) {
            EmbeddedPostgres.start(template, SILENT).close();
        }
        return template;
    }

    /** What was said of a start, but for how long it takes, which any start may on a slow machine. */
    static List<String> exceptSlowness(List<String> progress) {
        return progress.stream()
                .filter(message -> !message.startsWith("PostgreSQL is still starting;"))
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> sources;
        try (Stream<Path> walk = Files.walk(from)) {
            sources = walk.toList();
        }
        for (Path source : sources) {
            Files.copy(source, to.resolve(from.relativize(source)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
