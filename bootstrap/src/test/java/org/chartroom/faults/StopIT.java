package org.chartroom.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.chartroom.faults.Ledger.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** SIGTERM while clients write: as each deployment does it, and each clinic that closes for the night. */
@Execution(ExecutionMode.CONCURRENT)
class StopIT {

    private static final String FAULT = "SIGTERM under load";
    private static final Duration SOON = Duration.ofSeconds(25);

    /** In which a client writes down what it was answered last. */
    private static final Duration FOR_THE_LEDGER = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @Test
    void whatWasBegunIsAnsweredAndWhatWasNotLeavesNothing() throws Exception {
        var home = folder.resolve("home");
        try (var node = Node.embedded(home).serving();
                var ledger = new Ledger(folder.resolve("ledger"));
                var clients = new Clients(ledger, node.signIn(Figures.times(1, 4)), node.base())) {
            clients.start(Figures.times(100, 300));
            Pause.of(Duration.ofSeconds(Figures.times(2, 6)));

            var begin = System.nanoTime();
            node.program().sigterm();
            var ended = node.program().end();
            var took = Duration.ofNanos(System.nanoTime() - begin);
            Pause.of(FOR_THE_LEDGER);
            var atTheEnd = ledger.lines();
            node.startAgain();
            var superuser = Node.superuser(home);
            var storedUnanswered = new Oracle(superuser, atTheEnd).storedWithoutAnAnswer();
            clients.finish();

            assertThat(ended.exitCode()).isEqualTo(143);
            assertThat(atTheEnd.stream().filter(Line::isAcknowledged).collect(toSet()))
                    .hasSizeGreaterThan(30);
            assertThat(storedUnanswered).as("done and not answered").isEmpty();
            assertThat(new Oracle(superuser, ledger.lines()).complaints()).isEmpty();
            Figures.tell(
                    FAULT,
                    "%d writes acknowledged before: 0 were done without an answer"
                            .formatted(new Oracle(superuser, atTheEnd).acknowledged()));
            Figures.tell(FAULT, "the process ended after", took, SOON);
        }
    }
}
