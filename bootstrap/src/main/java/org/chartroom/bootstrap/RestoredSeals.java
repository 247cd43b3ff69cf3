package org.chartroom.bootstrap;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import org.chartroom.audit.domain.SealHead;

/**
 * The file of seals after a restore. Where one is there, it vouches for what was restored, and what it has of later seals
 * is set aside and kept; where none is, the backup's takes its place. Then it goes on from what was restored.
 */
final class RestoredSeals {

    private final UUID chain;
    private final LongFunction<List<SealHead>> restored;

    /** @param restored the seals of the database from a number on, some at a time */
    RestoredSeals(UUID chain, LongFunction<List<SealHead>> restored) {
        this.chain = chain;
        this.restored = restored;
    }

    /** Tells what was found, in a sentence or two. */
    String settle(Path folder, Path backedUp) {
        try {
            var file = folder.resolve(chain + FileOfSeals.SUFFIX);
            var copy = backedUp.resolve(file.getFileName());
            if (!Files.exists(file) && Files.exists(copy)) {
                Files.createDirectories(folder);
                Files.copy(copy, file);
            }
            var witness = new FileOfSeals(folder);
            witness.setOthersAside(chain);
            var vouched = vouched(witness);
            if (vouched.contradicted())
                return "ATTENTION: seal %d of the audit trail is not the one in %s. Keep that file, and run chartroom audit verify."
                        .formatted(vouched.upTo() + 1, file);
            if (vouched.hasLater()) Files.move(file, folder.resolve(file.getFileName() + ".before-restore-" + now()));
            for (var heads = restored.apply(1);
                    !heads.isEmpty();
                    heads = restored.apply(heads.getLast().number() + 1)) witness.append(chain, heads);
            return "The file of seals vouches for %s%s. chartroom audit verify checks all of it."
                    .formatted(
                            vouched.upTo() == 0
                                    ? "nothing of the audit trail"
                                    : "the audit trail up to seal %d".formatted(vouched.upTo()),
                            vouched.hasLater() ? "; its later seals were set aside" : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Vouched vouched(FileOfSeals witness) {
        var upTo = 0L;
        Map<Long, SealHead> some = Map.of();
        try (var written = witness.heads(chain)) {
            for (var heads = written.iterator(); heads.hasNext(); ) {
                var head = heads.next();
                if (!some.containsKey(head.number()))
                    some = restored.apply(head.number()).stream().collect(toMap(SealHead::number, identity()));
                var sealed = some.get(head.number());
                if (sealed == null) return new Vouched(upTo, true, false);
                if (!sealed.equals(head)) return new Vouched(upTo, false, true);
                upTo = head.number();
            }
        }
        return new Vouched(upTo, false, false);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private record Vouched(long upTo, boolean hasLater, boolean contradicted) {}
}
