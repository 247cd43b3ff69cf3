package org.chartroom.bootstrap.embedded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.IntConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a {@code .txz}. What would land outside the folder, or is no plain file, folder or link, is refused. */
final class Archive {
    private Archive() {}

    /** @param percent told each whole percent as it is reached */
    static void unpack(URL archive, Path folder, IntConsumer percent) throws IOException {
        URLConnection source = archive.openConnection();
        try (var counted = new Counted(source.getInputStream(), source.getContentLengthLong(), percent);
                var tar = new XZInputStream(counted)) {
            unpack(tar, folder);
            tar.transferTo(OutputStream.nullOutputStream()); // on to the checksum at its end
        }
    }

    static void unpack(InputStream tar, Path folder) throws IOException {
        var entries = new TarArchiveInputStream(tar);
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            Path target = inside(folder, folder.resolve(entry.getName()), entry);
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.resolveSibling(""));
            if (entry.isSymbolicLink()) {
                inside(folder, target.resolveSibling(entry.getLinkName()), entry);
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else if (entry.isFile() && !entry.isLink()) {
                Files.copy(entries, target);
                boolean executable = (entry.getMode() & 0111) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            } else {
                throw refused(entry);
            }
        }
    }

    private static Path inside(Path folder, Path target, TarArchiveEntry entry) throws IOException {
        Path normal = target.normalize();
        if (!normal.startsWith(folder.normalize())) {
            throw refused(entry);
        }
        return normal;
    }

    private static IOException refused(TarArchiveEntry entry) {
        return new IOException("the archive holds an entry that is refused: " + entry.getName());
    }

    /** Tells how much of a stream of known length has been read. */
    private static final class Counted extends FilterInputStream {
        private final long length;
        private final IntConsumer percent;
        private long read;
        private int told;

        Counted(InputStream in, long length, IntConsumer percent) {
            super(in);
            this.length = length;
            this.percent = percent;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            int count = super.read(buffer, offset, wanted);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) {
            read += more;
            int reached = (int) (100 * read / length);
            if (reached > told) {
                told = reached;
                percent.accept(reached);
            }
        }
    }
}
