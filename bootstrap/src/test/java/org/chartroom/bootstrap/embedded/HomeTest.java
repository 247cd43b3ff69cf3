package org.chartroom.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeTest {

    @Test
    void aHomeOnLinuxIsInTheUsersDataDirectory() {
        Home home = Home.of(Map.of(), system("Linux"));

        assertThat(home.directory()).isEqualTo(Path.of("/home/ada/.local/share/chartroom"));
        assertThat(home.binaries()).isEqualTo(Path.of("/home/ada/.local/share/chartroom/postgresql"));
        assertThat(home.port()).isNull();
    }

    @Test
    void aHomeOnLinuxFollowsTheXdgDataHome() {
        Home home = Home.of(Map.of("XDG_DATA_HOME", "/data"), system("Linux"));

        assertThat(home.directory()).isEqualTo(Path.of("/data/chartroom"));
    }

    @Test
    void aRelativeXdgDataHomeIsIgnored() {
        Home home = Home.of(Map.of("XDG_DATA_HOME", "data"), system("Linux"));

        assertThat(home.directory()).isEqualTo(Path.of("/home/ada/.local/share/chartroom"));
    }

    @Test
    void aHomeOnMacOsIsInApplicationSupport() {
        Home home = Home.of(Map.of("XDG_DATA_HOME", "/data"), system("Mac OS X"));

        assertThat(home.directory()).isEqualTo(Path.of("/home/ada/Library/Application Support/Chartroom"));
    }

    @Test
    void theEnvironmentNamesHomeBinariesAndPort() {
        Home home = Home.of(
                Map.of(
                        "CHARTROOM_HOME",
                        "/srv/clinic",
                        "CHARTROOM_DB_BINARIES",
                        "/opt/pg",
                        "CHARTROOM_DB_PORT",
                        "5433"),
                system("Linux"));

        assertThat(home.directory()).isEqualTo(Path.of("/srv/clinic"));
        assertThat(home.binaries()).isEqualTo(Path.of("/opt/pg"));
        assertThat(home.port()).isEqualTo(5433);
    }

    @Test
    void anEmptyVariableCountsAsUnset() {
        Home home = Home.of(Map.of("CHARTROOM_HOME", "", "CHARTROOM_DB_PORT", " "), system("Linux"));

        assertThat(home).isEqualTo(Home.of(Map.of(), system("Linux")));
    }

    @Test
    void aRelativeHomeIsMeantFromWhereTheProcessStands() {
        Home home = Home.of(Map.of("CHARTROOM_HOME", "clinic"), system("Linux"));

        assertThat(home.directory()).isEqualTo(Path.of("clinic").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "0", "80", "65536", "-1"})
    void aPortThatNobodyMayTakeIsRefused(String port) {
        assertThatThrownBy(() -> Home.of(Map.of("CHARTROOM_DB_PORT", port), system("Linux")))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("CHARTROOM_DB_PORT is '" + port + "'");
    }

    private static Properties system(String name) {
        var system = new Properties();
        system.setProperty("os.name", name);
        system.setProperty("user.home", "/home/ada");
        return system;
    }
}
