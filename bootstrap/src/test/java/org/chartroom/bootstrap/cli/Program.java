package org.chartroom.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The program in a process of its own, as a person at a terminal has it: packaged, and started by {@code bin/chartroom}. So
 * what is compiled anew is seen here when it is packaged anew, as each Maven build does before these tests.
 */
public final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String COMMAND =
            Path.of("bin", "chartroom").toAbsolutePath().toString();

    /** Over before it is warm. */
    private static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final Pattern SERVES = Pattern.compile("Chartroom serves on (http://\\S+)/api");

    static {
        // so that all that follow start quickly: two first starts at once would each unpack and rehearse
        var _ = run(Map.of(), "rehearse");
    }

    private final Process process;
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> read = new ArrayList<>();
    private final Thread reader;

    private Program(Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(COMMAND));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "CHARTROOM_JAVA_OPTIONS", JAVA_OPTIONS));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = Thread.ofVirtual().start(() -> lines(process.inputReader()));
    }

    public static Program start(Map<String, String> environment, String... arguments) {
        return new Program(environment, arguments);
    }

    /** Runs it to its end. */
    public static Ended run(Map<String, String> environment, String... arguments) {
        try (var program = new Program(environment, arguments)) {
            return program.end();
        }
    }

    /** Runs it to its end, with that much on its standard input. */
    public static Ended run(Map<String, String> environment, String input, List<String> arguments) {
        try (var program = new Program(environment, arguments.toArray(String[]::new))) {
            try (var typed = program.process.outputWriter(StandardCharsets.UTF_8)) {
                typed.write(input);
            } catch (IOException notRead) {
                // it ended without reading, which is for the caller to see
            }
            return program.end();
        }
    }

    /** Waits until it serves, and tells where. */
    public String base() {
        while (true) {
            var matcher = SERVES.matcher(nextLine());
            if (matcher.find()) return matcher.group(1);
        }
    }

    public long pid() {
        return process.pid();
    }

    public void sigterm() {
        process.toHandle().destroy(); // of the process itself it would close the output, unread
    }

    public void sigkill() {
        process.toHandle().destroyForcibly();
        end();
    }

    /** Waits until it has ended. */
    public Ended end() {
        try {
            assertThat(process.waitFor(PATIENCE)).as("ends in time").isTrue();
            reader.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        unread.drainTo(read);
        return new Ended(process.exitValue(), String.join("\n", read));
    }

    @Override
    public void close() {
        if (process.isAlive()) sigkill();
    }

    private void lines(BufferedReader output) {
        output.lines().forEach(unread::add);
    }

    private String nextLine() {
        try {
            var line = unread.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(line)
                    .as("a further line after:%n%s", String.join("\n", read))
                    .isNotNull();
            read.add(line);
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How it ended, and all it said. */
    public record Ended(int exitCode, String output) {}
}
