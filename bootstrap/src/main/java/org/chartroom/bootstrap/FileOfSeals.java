package org.chartroom.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartroom.audit.application.out.SealWitness;
import org.chartroom.audit.domain.Hash;
import org.chartroom.audit.domain.SealHead;

/**
 * Seals of the audit trail, a line each, in a file for each trail: number, first and last event, instant, hash. Whoever
 * operates the server sees to it that lines are only ever appended: on another disk, by another account, or by the file
 * system.
 */
final class FileOfSeals implements SealWitness {

    private static final Pattern LINE = Pattern.compile("(\\d+) (\\d+) (\\d+) (\\S+Z) ([0-9a-f]{64})");
    private static final FileAttribute<?> ONLY_ITS_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final Map<UUID, SealHead> lastOf = new HashMap<>();

    FileOfSeals(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Optional<SealHead> last(UUID chain) {
        if (!lastOf.containsKey(chain))
            try (var lines = lines(chain)) {
                lines.reduce((_, later) -> later).ifPresent(last -> lastOf.put(chain, last));
            }
        return Optional.ofNullable(lastOf.get(chain));
    }

    @Override
    public synchronized void append(UUID chain, List<SealHead> heads) {
        if (heads.isEmpty()) return;
        var text = heads.stream().map(FileOfSeals::line).collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            var written = endsInMiddleOfLine(file(chain)) ? "\n" + text : text;
            try (var file = FileChannel.open(file(chain), Set.of(CREATE, APPEND), ONLY_ITS_OWNER)) {
                var bytes = ByteBuffer.wrap(written.getBytes(US_ASCII));
                while (bytes.hasRemaining()) file.write(bytes);
                file.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lastOf.put(chain, heads.getLast());
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
            return Files.lines(file(chain), US_ASCII).flatMap(line -> head(line).stream());
        } catch (NoSuchFileException none) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsInMiddleOfLine(Path file) throws IOException {
        if (!Files.exists(file)) return false;
        try (var reading = FileChannel.open(file)) {
            var last = ByteBuffer.allocate(1);
            return reading.size() > 0 && reading.read(last, reading.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private static String line(SealHead head) {
        return "%d %d %d %s %s%n"
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
        return folder.resolve(chain + ".seals");
    }
}
