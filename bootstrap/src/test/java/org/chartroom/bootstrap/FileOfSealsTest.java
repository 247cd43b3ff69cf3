package org.chartroom.bootstrap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.chartroom.audit.domain.Hash;
import org.chartroom.audit.domain.SealHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOfSealsTest {

    private static final UUID CHAIN = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @TempDir
    private Path folder;

    @Test
    void whatWasNeverWrittenIsNotThere() {
        assertThat(file().last(CHAIN)).isEmpty();
        assertThat(file().heads(CHAIN)).isEmpty();
    }

    @Test
    void whatWasWrittenIsReadBackInItsOrder() {
        file().append(CHAIN, List.of(head(1), head(2)));
        file().append(CHAIN, List.of(head(3)));

        assertThat(file().last(CHAIN)).contains(head(3));
        assertThat(file().heads(CHAIN)).containsExactly(head(1), head(2), head(3));
    }

    @Test
    void onlyTheOwnerReadsIt() throws IOException {
        file().append(CHAIN, List.of(head(1)));

        assertThat(Files.getPosixFilePermissions(path()).toString()).doesNotContain("GROUP", "OTHERS");
    }

    @Test
    void aTrailIsKnownFromAnother() {
        file().append(CHAIN, List.of(head(1)));

        var another = UUID.randomUUID();
        assertThat(file().heads(another)).isEmpty();
        assertThat(file().knowsAnother(another)).isTrue();
        assertThat(file().knowsAnother(CHAIN)).isFalse();
    }

    @Test
    void anotherTrailsFileIsSetAsideAndKept() throws IOException {
        file().append(CHAIN, List.of(head(1)));
        var another = UUID.randomUUID();
        file().append(another, List.of(head(1)));

        file().setOthersAside(another);

        assertThat(file().knowsAnother(another)).isFalse();
        assertThat(file().heads(another)).containsExactly(head(1));
        assertThat(folder.resolve("seals").resolve(CHAIN + ".seals.replaced")).isRegularFile();
    }

    @Test
    void twoNodesWriteASealOnce() {
        var one = file();
        var other = file();
        one.append(CHAIN, List.of(head(1), head(2)));
        other.append(CHAIN, List.of(head(1), head(2), head(3)));
        one.append(CHAIN, List.of(head(3)));

        assertThat(one.heads(CHAIN)).containsExactly(head(1), head(2), head(3));
    }

    @Test
    void theLastIsFoundBehindADamagedStretch() throws IOException {
        file().append(CHAIN, List.of(head(1), head(2)));
        Files.write(path(), "\u00e9\n".repeat(5_000).getBytes(ISO_8859_1), StandardOpenOption.APPEND);

        assertThat(file().last(CHAIN)).contains(head(2));
        file().append(CHAIN, List.of(head(3)));
        assertThat(file().heads(CHAIN)).containsExactly(head(1), head(2), head(3));
    }

    @Test
    void theLastOfManyIsTheLast() {
        file().append(
                        CHAIN,
                        LongStream.rangeClosed(1, 1_000)
                                .mapToObj(FileOfSealsTest::head)
                                .toList());

        assertThat(file().last(CHAIN)).contains(head(1_000));
    }

    @Test
    void whatWasWrittenStaysToTheByte() throws IOException {
        file().append(CHAIN, List.of(head(1)));
        var before = Files.readString(path());

        file().append(CHAIN, List.of(head(2)));

        assertThat(Files.readString(path())).startsWith(before);
    }

    @Test
    void aLineThatACrashLeftHalfIsNone() throws IOException {
        file().append(CHAIN, List.of(head(1)));
        Files.writeString(path(), "2 11 20 2030-03-04T08", StandardOpenOption.APPEND);

        assertThat(file().last(CHAIN)).contains(head(1));
        file().append(CHAIN, List.of(head(2)));

        assertThat(file().heads(CHAIN)).containsExactly(head(1), head(2));
    }

    @Test
    void whoReadsWhileItIsWrittenSeesItAsItWas() {
        var writing = file();
        writing.append(CHAIN, List.of(head(1)));
        var reading = file();

        try (var heads = reading.heads(CHAIN)) {
            writing.append(CHAIN, List.of(head(2)));
            assertThat(heads).containsExactly(head(1));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        var blocked = new FileOfSeals(Files.createFile(folder.resolve("file")).resolve("below"));

        assertThatThrownBy(() -> blocked.append(CHAIN, List.of(head(1)))).isInstanceOf(UncheckedIOException.class);
    }

    private FileOfSeals file() {
        return new FileOfSeals(folder.resolve("seals"));
    }

    private Path path() {
        return folder.resolve("seals").resolve(CHAIN + ".seals");
    }

    private static SealHead head(long number) {
        return new SealHead(
                number,
                number * 10 - 9,
                number * 10,
                Instant.parse("2030-03-04T08:00:00.000001Z"),
                Hash.of("seal " + number));
    }
}
