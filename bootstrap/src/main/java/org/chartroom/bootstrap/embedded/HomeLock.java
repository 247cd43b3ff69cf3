package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says that this process, and no other, runs the server of a home. It ends with the process, however that ends. The
 * file stays and holds the process number of its last holder.
 */
final class HomeLock implements AutoCloseable {

    // POSIX drops a process's locks on a file as soon as it closes any channel to it. A second attempt within this
    // process must therefore be refused before it opens the file, or it would take the lock from its holder.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** @param home with its real path, so that it has one name only */
    static synchronized HomeLock of(Home home) throws IOException {
        Path directory = home.directory();
        if (HELD_HERE.contains(directory)) {
            throw inUse(directory, "this process");
        }
        FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(directory, "process " + Files.readString(home.lock()));
            }
            String self = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(StandardCharsets.US_ASCII.encode(self));
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
        HELD_HERE.add(directory);
        return new HomeLock(directory, channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        HELD_HERE.remove(home);
    }

    private static EmbeddedPostgresException inUse(Path home, String holder) {
        return new EmbeddedPostgresException(
                "%s is in use by %s, and a home has one server only. Stop that Chartroom first, or give this one a home of its own with %s."
                        .formatted(home, holder, Home.DIRECTORY));
    }
}
