package org.chartroom.bootstrap.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Another process that starts the server of a home and then writes number after number, saying each once it is committed. */
final class ClinicProcess implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** More than any test waits for, so that a process that should not have started ends. */
    private static final int LIMIT = 5_000;

    private final Home home;
    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();

    private ClinicProcess(Home home, Process process) {
        this.home = home;
        this.process = process;
        this.output = process.inputReader();
    }

    static ClinicProcess on(Home home) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ClinicProcess(
                home,
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                ClinicProcess.class.getName(),
                                home.directory().toString(),
                                home.binaries().toString())
                        .redirectErrorStream(true)
                        .start());
    }

    public static void main(String[] home) throws Exception {
        Home writersHome = new Home(Path.of(home[0]), Path.of(home[1]), null);
        EmbeddedPostgres server = EmbeddedPostgres.start(writersHome, Homes.SILENT);
        try (Connection connection = server.endpoint().connect(EmbeddedPostgres.DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("create table written (n int primary key)");
            try (PreparedStatement insert = connection.prepareStatement("insert into written values (?)")) {
                for (int n = 1; n <= LIMIT; n++) {
                    insert.setInt(1, n);
                    insert.executeUpdate();
                    System.out.println(n);
                }
            }
        }
    }

    /** Returns when it has said the number. */
    void awaitWritten(int number) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.equals(Integer.toString(number))) {
                return;
            }
        }
        throw new IllegalStateException("it ended before it wrote " + number + ": " + said);
    }

    /** All that it said until its end, by its own hand or somebody else's. */
    String awaitEnd() throws IOException {
        output.lines().forEach(said::add);
        process.onExit().join();
        return String.join("\n", said);
    }

    /** The numbers that it said were committed. */
    List<Integer> acknowledged() {
        return said.stream()
                .filter(NUMBER.asMatchPredicate())
                .map(Integer::valueOf)
                .toList();
    }

    /** Its last words can still be read, as Process.destroyForcibly would not allow. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Leaves nothing running, of which a kill alone would leave the server. */
    @Override
    public void close() throws IOException {
        kill();
        process.onExit().join();
        PostmasterFile.read(home.data())
                .flatMap(file -> file.server(home.data()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }
}
