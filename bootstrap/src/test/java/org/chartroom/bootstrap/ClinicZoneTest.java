package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicZoneTest {

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", " America/New_York ", "UTC", "Asia/Kolkata"})
    void aZoneThatThereIsBecomesTheClinics(String zone) {
        assertThat(clock(zone).getZone()).isEqualTo(ZoneId.of(zone.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void withoutOneItIsTheSystems(String zone) {
        assertThat(clock(zone).getZone()).isEqualTo(ZoneId.systemDefault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Bonn", "europe/berlin", "+01:00", "UTC+1", "CEST", "Berlin", "1"})
    void aZoneThatThereIsNotIsRefusedInWords(String zone) {
        assertThatExceptionOfType(RefusedSetting.class)
                .isThrownBy(() -> clock(zone))
                .withMessageContaining("chartroom.zone")
                .withMessageContaining(zone)
                .withMessageContaining("Europe/Berlin");
    }

    private static Clock clock(String zone) {
        return new ClinicConfiguration()
                .clock(new ClinicSettings(
                        zone, "", List.of(), new ClinicSettings.Audit(""), new ClinicSettings.Backup("", "02:30", 7)));
    }
}
