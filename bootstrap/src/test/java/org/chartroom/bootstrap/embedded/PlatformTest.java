package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, LINUX_AMD64",
        "Linux, aarch64, LINUX_ARM64",
        "Mac OS X, x86_64, MACOS_AMD64",
        "Mac OS X, aarch64, MACOS_ARM64",
    })
    void javasNamesLeadToThePlatform(String name, String architecture, Platform platform) {
        assertThat(Platform.of(system(name, architecture))).isEqualTo(platform);
    }

    @ParameterizedTest
    @EnumSource
    void everyPlatformHasItsArchiveOfTheStatedVersion(Platform platform) {
        URL archive = Platform.class.getResource("/" + platform.archive());

        assertThat(archive).isNotNull().asString().contains("-" + Programs.VERSION + ".jar!");
    }

    @Test
    void windowsIsRefusedWithTheWaysAround() {
        assertThatThrownBy(() -> Platform.of(system("Windows 11", "amd64")))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("Windows 11")
                .hasMessageContaining("WSL")
                .hasMessageContaining("SPRING_DATASOURCE_URL");
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "SunOS, amd64"})
    void anotherPlatformIsRefusedByName(String name, String architecture) {
        assertThatThrownBy(() -> Platform.of(system(name, architecture)))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("%s on %s", name, architecture)
                .hasMessageContaining("SPRING_DATASOURCE_URL");
    }

    private static Properties system(String name, String architecture) {
        var system = new Properties();
        system.setProperty("os.name", name);
        system.setProperty("os.arch", architecture);
        return system;
    }
}
