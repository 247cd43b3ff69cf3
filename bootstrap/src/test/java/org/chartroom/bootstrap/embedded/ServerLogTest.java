package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    Path folder;

    @Test
    void theLogKeepsWhatTheServerSays() {
        Path file = folder.resolve("server.log");

        new ServerLog(file).follow(new BufferedReader(new StringReader("starting\nready\n")));

        assertThat(file).hasContent("starting\nready\n");
    }

    @Test
    void theLogStaysBoundedAndEndsWithTheLastLine() throws IOException {
        Path file = folder.resolve("server.log");
        var log = new ServerLog(file);

        IntStream.rangeClosed(1, 400).forEach(n -> log.append(n + " " + "x".repeat(10_000)));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(Files.size(each)).isLessThan(ServerLog.LIMIT + 20_000));
        }
        assertThat(Files.readAllLines(file).getLast()).startsWith("400 ");
    }

    @Test
    void theTailIsTheLastTwentyLines() {
        var log = new ServerLog(folder.resolve("server.log"));

        IntStream.rangeClosed(1, 30).forEach(n -> log.append("line " + n));

        assertThat(log.tail().lines()).hasSize(20).first().isEqualTo("line 11");
    }

    @Test
    void aLogThatCannotBeWrittenDoesNotStopTheServer() {
        var log = new ServerLog(folder.resolve("gone").resolve("server.log"));

        log.append("no space left");

        assertThat(log.tail()).isEqualTo("no space left");
    }
}
