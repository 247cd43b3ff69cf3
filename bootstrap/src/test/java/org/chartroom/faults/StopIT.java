package org.chartroom.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.chartroom.faults.Ledger.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** SIGTERM while clients write and read: as each deployment does it, and each clinic that closes for the night. */
@Execution(ExecutionMode.CONCURRENT)
class StopIT {

    private static final String FAULT = "SIGTERM under load";
    private static final Duration SOON = Duration.ofSeconds(25);
    private static final int WRITERS = Figures.times(1, 4);
    private static final int READERS = 20;

    /** Of the provider who does nothing else. */
    private static final String READS = """
            select count(*)
              from audit.event e
              join clinic.provider p on p.id = e.provider_id
             where e.action = 'read'
               and p.email = 'dr.%d@clinic.example'
            """.formatted(WRITERS);

    /** Longer than a client takes to write down one answer; they do it one after the other. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @Test
    void whatWasBegunIsAnsweredAndWhatWasNotLeavesNothing() throws Exception {
        var home = folder.resolve("home");
        try (var node = Node.embedded(home).serving();
                var ledger = new Ledger(folder.resolve("ledger"));
                var clients = new Clients(ledger, node.signIn(WRITERS + 1).subList(0, WRITERS), node.base())) {
            var reader = node.signInAgain(WRITERS);
            var readers = IntStream.range(0, READERS)
                    .mapToObj(_ -> Probe.of(node, reader, "/api/patients?limit=1"))
                    .toList();
            clients.start(Figures.times(100, 300));
            Pause.of(Duration.ofSeconds(Figures.times(2, 6)));

            var begin = System.nanoTime();
            node.program().sigterm();
            var ended = node.program().end();
            var took = Duration.ofNanos(System.nanoTime() - begin);
            var atTheEnd = whenAllIsWrittenDown(ledger);
            readers.forEach(Probe::close);
            var read = readers.stream()
                    .flatMap(each -> each.since(0).stream())
                    .filter(sample -> sample.status() == 200)
                    .count();
            node.startAgain();
            var superuser = Node.superuser(home);
            var storedUnanswered = new Oracle(superuser, atTheEnd).storedWithoutAnAnswer();
            var done = superuser.sql(READS).query(Long.class).single();
            clients.finish();

            assertThat(ended.exitCode()).isEqualTo(143);
            assertThat(atTheEnd.stream().filter(Line::isAcknowledged).collect(toSet()))
                    .hasSizeGreaterThan(30);
            assertThat(storedUnanswered)
                    .as("done and not answered, ended after %s:%n%s", took, ended.output())
                    .isEmpty();
            assertThat(done).as("reads in the audit trail").isEqualTo(read).isPositive();
            assertThat(new Oracle(superuser, ledger.lines()).complaints()).isEmpty();
            Figures.tell(
                    FAULT,
                    "%d writes and %d reads answered before: 0 were done without an answer"
                            .formatted(new Oracle(superuser, atTheEnd).acknowledged(), read));
            Figures.tell(FAULT, "the process ended after", took, SOON);
        }
    }

    private static List<Line> whenAllIsWrittenDown(Ledger ledger) throws InterruptedException {
        var lines = ledger.lines();
        while (true) {
            Pause.of(QUIET);
            var more = ledger.lines();
            if (more.size() == lines.size()) return lines;
            lines = more;
        }
    }
}
