package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ProgramsIT {
    private static final Platform HERE = Platform.of(System.getProperties());

    @TempDir
    Path binaries;

    @Test
    void programsAreUnpackedOnceAndRun() {
        List<String> progress = new CopyOnWriteArrayList<>();

        Programs programs = Programs.of(binaries, HERE, progress::add);
        Programs again = Programs.of(binaries, HERE, progress::add);

        programs.run("postgres", List.of("--version"));
        assertThat(again).isEqualTo(programs);
        assertThat(progress).hasSize(5).last().isEqualTo("Unpacking PostgreSQL 18.6.0 (once): 100 %");
    }

    @Test
    void anUnpackingThatWasKilledIsNotBelieved() throws IOException {
        Path program = Files.createDirectories(binaries.resolve("18.6.0-%s.unfinished/bin".formatted(HERE.label())));
        Files.writeString(program.resolve("postgres"), "half a program");

        Programs programs = Programs.of(binaries, HERE, Homes.SILENT);

        programs.run("postgres", List.of("--version"));
        assertThat(program).doesNotExist();
    }

    @Test
    void twoProcessesMayUnpackAtOnce(@TempDir Path directory) throws IOException {
        Home home = new Home(Homes.used(directory).directory(), binaries, null);
        try (ClinicProcess other = ClinicProcess.on(home)) {
            Programs.of(binaries, HERE, Homes.SILENT).run("postgres", List.of("--version"));

            other.awaitWritten(1);
        }
    }
}
