package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final int PROGRAM = 0755;
    private static final int TEXT = 0644;

    @TempDir
    Path around;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(around.resolve("folder"));
    }

    @Test
    void filesKeepTheirContentAndWhetherTheyRun() throws IOException {
        unpack(file("bin/initdb", PROGRAM, "run"), file("share/words.txt", TEXT, "read"));

        assertThat(folder.resolve("bin/initdb")).hasContent("run").isExecutable();
        assertThat(folder.resolve("share/words.txt")).hasContent("read");
        assertThat(Files.getPosixFilePermissions(folder.resolve("share/words.txt")))
                .hasSize(4);
    }

    @Test
    void linksStayLinks() throws IOException {
        unpack(file("lib/libpq.so.5", PROGRAM, "code"), link("lib/libpq.so", "libpq.so.5"));

        assertThat(Files.readSymbolicLink(folder.resolve("lib/libpq.so"))).isEqualTo(Path.of("libpq.so.5"));
        assertThat(folder.resolve("lib/libpq.so")).hasContent("code");
    }

    @Test
    void aFileThatWouldLandOutsideIsRefused() {
        assertThatThrownBy(() -> unpack(file("../evil", TEXT, "x"))).isInstanceOf(IOException.class);

        assertThat(around.resolve("evil")).doesNotExist();
    }

    @Test
    void anAbsoluteNameIsRefused() {
        assertThatThrownBy(() -> unpack(file(around.resolve("evil").toString(), TEXT, "x")))
                .isInstanceOf(IOException.class);

        assertThat(around.resolve("evil")).doesNotExist();
    }

    @Test
    void aLinkThatLeadsOutsideIsRefused() {
        assertThatThrownBy(() -> unpack(link("lib/out", "../../"))).hasMessageContaining("lib/out");

        assertThat(folder.resolve("lib/out")).doesNotExist();
    }

    @Test
    void aLinkThatLeadsToAnAbsolutePathIsRefused() {
        assertThatThrownBy(() -> unpack(link("lib/out", "/etc"))).hasMessageContaining("lib/out");

        assertThat(folder.resolve("lib/out")).doesNotExist();
    }

    @Test
    void aHardLinkIsRefused() {
        var hardLink = new Item(new TarArchiveEntry("passwd", TarConstants.LF_LINK), "");
        hardLink.entry().setLinkName("/etc/passwd");

        assertThatThrownBy(() -> unpack(hardLink)).hasMessageContaining("passwd");
    }

    private record Item(TarArchiveEntry entry, String content) {}

    private static Item file(String name, int mode, String content) {
        var entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        return new Item(entry, content);
    }

    private static Item link(String name, String target) {
        var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return new Item(entry, "");
    }

    private void unpack(Item... items) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (Item item : items) {
                byte[] content = item.content().getBytes(StandardCharsets.UTF_8);
                item.entry().setSize(content.length);
                tar.putArchiveEntry(item.entry());
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        Archive.unpack(new ByteArrayInputStream(bytes.toByteArray()), folder);
    }
}
