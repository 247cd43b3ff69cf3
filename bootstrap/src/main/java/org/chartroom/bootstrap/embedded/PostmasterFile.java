package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a server says of itself in {@code postmaster.pid} of its data directory. One that was killed leaves the file
 * behind, and then its process number may belong to anybody.
 *
 * @param port  0 while the server has not said yet
 * @param ready takes connections
 */
record PostmasterFile(long pid, int port, boolean ready) {

    /** Empty where no server was left behind, or it has only begun to write. */
    static Optional<PostmasterFile> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file(data));
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.getFirst().strip()),
                    lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0,
                    lines.size() > 7 && lines.get(7).strip().equals("ready")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException | NoSuchElementException halfWritten) {
            return Optional.empty();
        }
    }

    static void delete(Path data) throws IOException {
        Files.deleteIfExists(file(data));
    }

    /** The living server that wrote this; empty if it is gone, even if another program has its number by now. */
    Optional<ProcessHandle> server(Path data) {
        return ProcessHandle.of(pid).filter(process -> {
            ProcessHandle.Info info = process.info();
            return info.command()
                            .filter(command -> command.endsWith("/postgres"))
                            .isPresent()
                    && info.arguments()
                            .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
                            .isPresent();
        });
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }
}
