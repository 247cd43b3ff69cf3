package org.chartroom.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chartroom.ChartroomApplication;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.provider.application.AccountAdministration;
import org.chartroom.provider.domain.ProviderDetails;
import org.springframework.boot.SpringApplication;
import org.springframework.context.SmartLifecycle;

/**
 * The application in a JVM of its own, which tells how many bytes it has allocated. Among other tests the figure would be
 * theirs too, and would depend on what they had made the compiler do.
 */
final class MeasuredServer implements AutoCloseable {

    static final String EMAIL = "dr.lindqvist@clinic.example";

    private static final String PORT = "listens on ";
    private static final String ALLOCATED = "allocated ";

    private final Process process;
    private final BufferedReader output;
    private final List<String> said = new ArrayList<>();
    private final String base;

    private MeasuredServer(Process process) throws IOException {
        this.process = process;
        output = process.inputReader();
        base = "http://127.0.0.1:" + told(PORT);
    }

    /**
     * Compiled by C1 alone, which allocates whatever the code says. C2 leaves out what it can prove that nobody sees, and
     * what that is depends on the machine's number of cores and on what else is running.
     */
    static MeasuredServer start(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MeasuredServer.class.getName()));
        command.addAll(arguments);
        return new MeasuredServer(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** In the other JVM; when nobody is there any more who asks, it ends. */
    static void main(String[] arguments) throws IOException {
        try (var application = SpringApplication.run(ChartroomApplication.class, arguments)) {
            // it comes by the clock, and would be counted as of whatever request is being served
            application.getBean("upkeep", SmartLifecycle.class).stop();
            application
                    .getBean(AccountAdministration.class)
                    .add(
                            new ProviderDetails(
                                    new EmailAddress(EMAIL), new PersonName("Åsa", "Lindqvist"), null, null, null),
                            Api.PASSWORD);
            System.out.println(PORT + application.getEnvironment().getProperty("local.server.port"));
            tellWhenAsked(System.in);
        }
    }

    private static void tellWhenAsked(InputStream questions) throws IOException {
        var threads = ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
        while (questions.read() >= 0) System.out.println(ALLOCATED + threads.getTotalThreadAllocatedBytes());
    }

    String base() {
        return base;
    }

    /** By all threads, since it started. */
    long allocated() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return Long.parseLong(told(ALLOCATED));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        output.lines().forEach(said::add);
        process.onExit().join();
    }

    private String told(String what) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(what)) return line.substring(what.length());
            said.add(line);
        }
        throw new IllegalStateException("it ended before it told what it " + what + ": " + said);
    }
}
