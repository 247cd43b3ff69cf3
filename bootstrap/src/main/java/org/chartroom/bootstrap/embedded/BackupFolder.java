package org.chartroom.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A backup while it is written. What it leaves out of a data directory is what pg_basebackup leaves out. */
final class BackupFolder {
    private static final String CONTROL = "global/pg_control";

    /** Of a server that runs, or of an earlier start; the server makes each anew. */
    private static final Set<String> LEFT_OUT = Set.of(
            CONTROL, // copied by itself
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "backup_label.old",
            "tablespace_map",
            "tablespace_map.old",
            "backup_manifest",
            "recovery.signal",
            "standby.signal",
            "postgresql.auto.conf.tmp",
            "current_logfiles",
            "current_logfiles.tmp");

    private static final Set<String> KEPT_EMPTY = Set.of(
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_wal");

    private final Path folder;
    private final LongConsumer copied;
    private final List<String> folders = new ArrayList<>();
    private final List<Manifest.Entry> files = new ArrayList<>();
    private long bytes;

    /** @param copied is told how many bytes there are so far */
    BackupFolder(Path folder, LongConsumer copied) {
        this.folder = folder;
        this.copied = copied;
    }

    List<String> folders() {
        return folders;
    }

    List<Manifest.Entry> files() {
        return files;
    }

    /**
     * Copies a data directory on which a server works. Files change, grow, shrink and vanish meanwhile; the write-ahead log
     * makes them whole again. The control file goes last: it must not be older than any other.
     */
    void addData(Path data) throws IOException {
        addFolder(Backup.DATA);
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                String name = data.relativize(directory).toString();
                if (name.isEmpty()) {
                    return FileVisitResult.CONTINUE;
                }
                if (isTemporary(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                addFolder(Backup.DATA + "/" + name);
                return KEPT_EMPTY.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = data.relativize(file).toString();
                if (attributes.isSymbolicLink() && name.equals("pg_wal")) {
                    addFolder(Backup.DATA + "/" + name);
                } else if (attributes.isSymbolicLink()) {
                    throw new EmbeddedPostgresException(
                            "%s leads out of the data directory, where a backup does not follow. Chartroom makes no tablespaces; move what is in this one back."
                                    .formatted(file));
                } else if (!LEFT_OUT.contains(name) && !isTemporary(file)) {
                    addIfThere(file, Backup.DATA + "/" + name);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure == null || failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        add(settled(data.resolve(CONTROL)), Backup.DATA + "/" + CONTROL);
    }

    void add(Path file, String name) throws IOException {
        Manifest.Entry entry = Checksummed.copy(file, folder.resolve(name), name);
        files.add(entry);
        bytes += entry.size();
        copied.accept(bytes);
    }

    void add(byte[] content, String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name), OwnersOnly.FILE);
        Files.write(file, content);
        files.add(Checksummed.of(file, name));
    }

    void addFolder(String name) throws IOException {
        Files.createDirectory(folder.resolve(name), OwnersOnly.FOLDER);
        folders.add(name);
    }

    private void addIfThere(Path file, String name) throws IOException {
        try {
            add(file, name);
        } catch (NoSuchFileException vanished) {
            // its table was dropped, and the write-ahead log says so too
        }
    }

    /** Its content, not in the middle of being written: it is a few kilobytes, and written seldom. */
    private static byte[] settled(Path control) throws IOException {
        byte[] content = Files.readAllBytes(control);
        for (byte[] again = Files.readAllBytes(control);
                !Arrays.equals(content, again);
                again = Files.readAllBytes(control)) {
            content = again;
        }
        return content;
    }

    private static boolean isTemporary(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init");
    }
}
