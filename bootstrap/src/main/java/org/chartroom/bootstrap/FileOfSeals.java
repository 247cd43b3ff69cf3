package org.chartroom.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartroom.audit.application.out.SealWitness;
import org.chartroom.audit.domain.Hash;
import org.chartroom.audit.domain.SealHead;

/**
 * Seals of the audit trail, a line each: number, first and last event, instant, hash. The folder is one trail's; several
 * nodes may share it. Whoever operates the server sees to it that lines are only ever appended: on another disk, by
 * another account, or by the file system.
 */
final class FileOfSeals implements SealWitness {

    private static final Pattern LINE = Pattern.compile("(\\d+) (\\d+) (\\d+) (\\S+Z) ([0-9a-f]{64})");
    static final String SUFFIX = ".seals";
    private static final int TAIL_BYTES = 4_096;
    private static final FileAttribute<?> ONLY_ITS_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    FileOfSeals(Path folder) {
        this.folder = folder;
    }

    /** Looked for from the end: the file grows for years. */
    @Override
    public Optional<SealHead> last(UUID chain) {
        try (var file = FileChannel.open(file(chain))) {
            for (var length = TAIL_BYTES; ; length *= 2) {
                var start = Math.max(0, file.size() - length);
                var last = new String(
                                Channels.newInputStream(file.position(start)).readAllBytes(), ISO_8859_1)
                        .lines()
                        .skip(start == 0 ? 0 : 1) // which may have begun before
                        .flatMap(line -> head(line).stream())
                        .reduce((_, later) -> later);
                if (last.isPresent() || start == 0) return last;
            }
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean knowsAnother(UUID chain) {
        return !others(chain).isEmpty();
    }

    /** The lock keeps other nodes out that share the folder, so that a number is written once. */
    @Override
    public synchronized void append(UUID chain, List<SealHead> heads) {
        try {
            Files.createDirectories(folder);
            try (var file = FileChannel.open(file(chain), Set.of(CREATE, APPEND), ONLY_ITS_OWNER);
                    var _ = file.lock()) {
                var written = last(chain).map(SealHead::number).orElse(0L);
                var text = new StringBuilder(endsInMiddleOfLine(file(chain)) ? "\n" : "");
                for (var head : heads) if (head.number() > written) text.append(line(head));
                var bytes = US_ASCII.encode(CharBuffer.wrap(text));
                while (bytes.hasRemaining()) file.write(bytes);
                file.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void setOthersAside(UUID chain) {
        try {
            for (var other : others(chain)) Files.move(other, other.resolveSibling(other.getFileName() + ".replaced"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to the last one of now: the server may append while somebody reads. */
    @Override
    public Stream<SealHead> heads(UUID chain) {
        var last = last(chain);
        return last.isEmpty()
                ? Stream.empty()
                : lines(chain).takeWhile(head -> head.number() <= last.get().number());
    }

    /** After a crash a line may have stayed half; it is not one, and the next append makes it whole beside it. */
    @SuppressWarnings("StreamResourceLeak") // whoever takes the stream closes it
    private Stream<SealHead> lines(UUID chain) {
        try {
            return Files.lines(file(chain), ISO_8859_1).flatMap(line -> head(line).stream());
        } catch (NoSuchFileException none) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsInMiddleOfLine(Path file) throws IOException {
        try (var reading = FileChannel.open(file)) {
            var last = ByteBuffer.allocate(1);
            return reading.size() > 0 && reading.read(last, reading.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private static String line(SealHead head) {
        return "%d %d %d %s %s\n"
                .formatted(head.number(), head.firstEvent(), head.lastEvent(), head.sealedAt(), head.hash());
    }

    private static Optional<SealHead> head(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) return Optional.empty();
        return Optional.of(new SealHead(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3)),
                Instant.parse(parts.group(4)),
                new Hash(parts.group(5))));
    }

    private Path file(UUID chain) {
        return folder.resolve(chain + SUFFIX);
    }

    private List<Path> others(UUID chain) {
        try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            var others = new ArrayList<Path>();
            for (var each : files) if (!each.equals(file(chain))) others.add(each);
            return others;
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
