package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.chartroom.audit.domain.Hash;
import org.chartroom.audit.domain.SealHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoredSealsTest {

    private static final UUID CHAIN = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @TempDir
    private Path directory;

    @Test
    void theBackupsFileTakesThePlaceOfOneThatIsLostAndGoesOn() {
        backedUp().append(CHAIN, heads(3));

        var told = settle(heads(5));

        assertThat(told).contains("vouches for the audit trail up to seal 3.");
        assertThat(written()).isEqualTo(heads(5));
    }

    @Test
    void whereNoFileIsNothingIsVouchedFor() {
        assertThat(settle(heads(5))).contains("vouches for nothing of the audit trail. chartroom audit verify");
    }

    @Test
    void aFileThatIsThereVouchesAndItsLaterSealsAreSetAside() throws IOException {
        seals().append(CHAIN, heads(9));
        backedUp().append(CHAIN, heads(3));

        var told = settle(heads(5));

        assertThat(told).contains("up to seal 5; its later seals were set aside");
        assertThat(written()).isEqualTo(heads(5));
        assertThat(files()).anyMatch(name -> name.startsWith(CHAIN + ".seals.before-restore-"));
    }

    @Test
    void aFileThatContradictsStaysAsItIs() throws IOException {
        seals().append(CHAIN, List.of(head(1, "1"), head(2, "another")));

        var told = settle(heads(5));

        assertThat(told).startsWith("ATTENTION: seal 2 of the audit trail is not the one in");
        assertThat(written()).containsExactly(head(1, "1"), head(2, "another"));
        assertThat(files()).containsExactly(CHAIN + ".seals");
    }

    @Test
    void theFileOfATrailThatCameLaterIsSetAside() throws IOException {
        var later = UUID.randomUUID();
        seals().append(later, heads(2));

        settle(heads(5));

        assertThat(files()).containsExactlyInAnyOrder(CHAIN + ".seals", later + ".seals.replaced");
    }

    @Test
    void manySealsAreReadSomeAtATime() {
        seals().append(CHAIN, heads(25));

        assertThat(settle(heads(23))).contains("up to seal 23; its later");
        assertThat(written()).isEqualTo(heads(23));
    }

    private String settle(List<SealHead> restored) {
        return new RestoredSeals(
                        CHAIN,
                        from -> restored.stream()
                                .filter(head -> head.number() >= from)
                                .limit(10)
                                .toList())
                .settle(directory.resolve("seals"), directory.resolve("backup"));
    }

    private FileOfSeals seals() {
        return new FileOfSeals(directory.resolve("seals"));
    }

    private FileOfSeals backedUp() {
        return new FileOfSeals(directory.resolve("backup"));
    }

    private List<SealHead> written() {
        try (var heads = seals().heads(CHAIN)) {
            return heads.toList();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("seals"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<SealHead> heads(long count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> head(number, Long.toString(number)))
                .toList();
    }

    private static SealHead head(long number, String of) {
        return new SealHead(
                number, number * 10 - 9, number * 10, Instant.parse("2030-03-04T08:00:00.000001Z"), Hash.of(of));
    }
}
