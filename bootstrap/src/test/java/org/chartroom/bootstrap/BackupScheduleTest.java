package org.chartroom.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class BackupScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime AT = LocalTime.of(2, 30);

    @Test
    void aClinicThatHasNoneBacksUpAtOnce() {
        assertThat(isDue(Instant.MIN, "2026-01-15T12:00:00Z")).isTrue();
    }

    @Test
    void eachDayHasItsBackupAtItsLocalTime() {
        var yesterdays = Instant.parse("2026-01-14T01:30:00Z");

        assertThat(isDue(yesterdays, "2026-01-15T01:29:59Z")).isFalse();
        assertThat(isDue(yesterdays, "2026-01-15T01:30:00Z")).isTrue();
        assertThat(isDue(Instant.parse("2026-01-15T01:30:00Z"), "2026-01-15T23:00:00Z"))
                .isFalse();
    }

    @Test
    void whatWasDueWhileNoServerRanIsMadeUpFor() {
        assertThat(isDue(Instant.parse("2026-01-14T17:00:00Z"), "2026-01-15T07:00:00Z"))
                .isTrue();
    }

    @Test
    void theDayOfTheClockChangeHasOneToo() {
        var before = Instant.parse("2026-03-28T01:30:00Z");

        assertThat(isDue(before, "2026-03-29T01:29:59Z")).isFalse();
        assertThat(isDue(before, "2026-03-29T01:30:00Z")).isTrue();
    }

    @Test
    void aTimeOrANumberThatIsNoneIsTold() {
        assertThatThrownBy(new ClinicSettings.Backup("", "half past two", 7)::time)
                .isInstanceOf(RefusedSetting.class)
                .hasMessageContaining("'half past two', which is no time of the day");
        assertThatThrownBy(new ClinicSettings.Backup("", "02:30", 0)::kept)
                .isInstanceOf(RefusedSetting.class)
                .hasMessageContaining("Keep at least one");
    }

    private static boolean isDue(Instant newest, String now) {
        return BackupSchedule.isDue(newest, Instant.parse(now), AT, BERLIN);
    }
}
