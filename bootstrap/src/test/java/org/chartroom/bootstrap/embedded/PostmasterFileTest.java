package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {
    @TempDir
    Path data;

    @Test
    void aServerThatTakesConnectionsSaysSo() throws IOException {
        write("4711\n/home/data\n1795355063\n54999\n\n127.0.0.1\n  2154939         9\nready   \n");

        assertThat(PostmasterFile.read(data)).hasValue(new PostmasterFile(4711, 54999, true));
    }

    @Test
    void aServerThatIsStartingIsNotReady() throws IOException {
        write("4711\n/home/data\n1795355063\n54999\n\n127.0.0.1\n  2154939         9\nstarting\n");

        assertThat(PostmasterFile.read(data)).hasValue(new PostmasterFile(4711, 54999, false));
    }

    @Test
    void aServerMayHaveWrittenOnlyItsFirstLines() throws IOException {
        write("4711\n/home/data\n1795355063\n");

        assertThat(PostmasterFile.read(data)).hasValue(new PostmasterFile(4711, 0, false));
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        write("");

        assertThat(PostmasterFile.read(data)).isEmpty();
    }

    @Test
    void noFileSaysNothing() throws IOException {
        assertThat(PostmasterFile.read(data)).isEmpty();
    }

    @Test
    void anotherProgramWithTheSameNumberIsNotTheServer() throws IOException {
        Process other = new ProcessBuilder("sh", "-c", "sleep 60; true", data.toString()).start();
        try {
            assertThat(new PostmasterFile(other.pid(), 54999, true).server(data))
                    .isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theServerOfAnotherDirectoryWithTheSameNumberIsNotTheServer() throws IOException {
        Path postgres = Files.copy(Path.of("/bin/sleep"), data.resolve("postgres"), StandardCopyOption.COPY_ATTRIBUTES);
        Process other = new ProcessBuilder(postgres.toString(), "60").start();
        try {
            assertThat(new PostmasterFile(other.pid(), 54999, true).server(data))
                    .isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    private void write(String content) throws IOException {
        Files.writeString(data.resolve("postmaster.pid"), content);
    }
}
