package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The folder of one database's backups: each is a folder in it, named by the instant at which it began, and beside them is
 * the archive of the write-ahead log. It is never made here: where it is missing, the disk that it is on is missing.
 */
public final class Backups {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern NAMES = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d{6}\\.\\d{3}Z");

    /** Which a killed backup leaves, and the next one removes. */
    private static final String UNFINISHED = ".unfinished";

    private final Path directory;

    public Backups(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** The folder of the archive, in which the server keeps each segment of the write-ahead log. */
    Path archive() {
        return directory.resolve("wal");
    }

    /** Makes the folder of the archive. */
    public void requireUsable() {
        if (!Files.isDirectory(directory)) {
            throw new EmbeddedPostgresException(
                    "%s is no folder. Backups are written to one that is there already, so that a disk which is missing is noticed: mount it, or make the folder."
                            .formatted(directory));
        }
        try {
            if (!Files.isDirectory(archive())) {
                Files.createDirectory(archive(), OwnersOnly.FOLDER);
            }
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    /** The finished ones, oldest first. */
    public List<Backup> all() {
        try {
            List<Backup> all = new ArrayList<>();
            for (Path folder : folders()) {
                all.add(Backup.in(folder));
            }
            return all;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** When the newest finished one began. */
    public Optional<Instant> newest() {
        try {
            List<Path> folders = folders();
            return folders.isEmpty()
                    ? Optional.empty()
                    : Optional.of(NAME.parse(folders.getLast().getFileName().toString(), Instant::from));
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /**
     * Copies the database that a server works on, with all that a restore needs.
     *
     * @param server   the one that runs on the home
     * @param seals    the folder of the audit trail's seals; it may be missing
     * @param progress is told what takes long
     * @throws EmbeddedPostgresException when it cannot be done; then no folder is left behind
     */
    public Backup take(Home home, Endpoint server, Path seals, Consumer<String> progress) {
        requireOutside(home);
        requireUsable();
        try (FileChannel channel = lock();
                FileLock _ = tryLock(channel)) {
            removeUnfinished();
            Instant now = Instant.now();
            String name = NAME.format(now);
            Path unfinished = Files.createDirectory(directory.resolve(name + UNFINISHED), OwnersOnly.FOLDER);
            try {
                new OnlineBackup(home.real(), server, seals, progress).writeTo(unfinished, before());
                FileTree.publish(unfinished, directory.resolve(name));
            } catch (IOException | RuntimeException failure) {
                FileTree.deleteIfExists(unfinished);
                throw failure;
            }
            return Backup.in(directory.resolve(name));
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    /**
     * Removes all backups but the newest, and of the archive what none of those needs.
     *
     * @return how many backups were removed
     */
    public int keepNewest(int count) {
        try (FileChannel channel = lock();
                FileLock _ = tryLock(channel)) {
            List<Path> folders = folders();
            List<Path> old = folders.subList(0, Math.max(0, folders.size() - count));
            for (Path folder : old) {
                Path doomed = folder.resolveSibling(folder.getFileName() + UNFINISHED);
                Files.move(folder, doomed); // first of all, so that none that is half there counts as a backup
                FileTree.deleteIfExists(doomed);
            }
            if (!folders.isEmpty()) {
                cleanArchive(Backup.in(folders.get(old.size())).manifest());
            }
            return old.size();
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private void cleanArchive(Manifest oldest) throws IOException {
        String needed = oldest.segments().first(oldest.startLsn());
        if (!Files.isDirectory(archive())) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(archive())) {
            for (Path file : files) {
                if (WalSegments.isBefore(file.getFileName().toString(), needed)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The newest one, unless it is damaged: the next is then needed all the more. */
    private Optional<Backup> before() throws IOException {
        List<Path> folders = folders();
        try {
            return folders.isEmpty() ? Optional.empty() : Optional.of(Backup.in(folders.getLast()));
        } catch (EmbeddedPostgresException damaged) {
            return Optional.empty();
        }
    }

    private List<Path> folders() throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path folder : all) {
                if (NAMES.matcher(folder.getFileName().toString()).matches() && Manifest.isIn(folder)) {
                    folders.add(folder);
                }
            }
        }
        return folders.stream().sorted().toList();
    }

    private void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, "*Z" + UNFINISHED)) {
            for (Path path : unfinished) {
                FileTree.deleteIfExists(path);
            }
        }
    }

    private void requireOutside(Home home) {
        try {
            if (Files.exists(directory)
                    && directory.toRealPath().startsWith(home.real().data())) {
                throw new EmbeddedPostgresException(
                        "%s is in the data directory that is to be backed up. Name a folder elsewhere, best on another disk."
                                .formatted(directory));
            }
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private FileChannel lock() throws IOException {
        return FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private FileLock tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // refused below, like that of another one
        }
        throw new EmbeddedPostgresException(
                "Another backup is being written to %s. Wait until it has ended.".formatted(directory));
    }

    private EmbeddedPostgresException unreadable(IOException failure) {
        return new EmbeddedPostgresException("%s cannot be read: %s.".formatted(directory, failure), failure);
    }

    private EmbeddedPostgresException unwritable(IOException failure) {
        return new EmbeddedPostgresException(
                "The backup in %s failed and is not there: %s. Check that this user may write there and that the disk is not full."
                        .formatted(directory, failure),
                failure);
    }
}
