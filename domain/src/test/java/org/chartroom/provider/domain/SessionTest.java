package org.chartroom.provider.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import java.time.Duration;
import java.time.Instant;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.provider.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {

    private static final Instant START = Instant.parse("2030-03-04T08:00:00Z");
    private static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(12));

    private final Session session = Session.start(new SessionId(TimeOrderedIds.nextId()), providerId(), START);

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT14M59.999999S, true", "PT15M, false", "PT29M, false", "PT24H, false"})
    void itsAccessTokenIsTakenForItsLifetime(Duration later, boolean taken) {
        assertThat(session.admits(LIMITS, START.plus(later))).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, false", "PT29M59.999999S, false", "PT30M, true"})
    void itEndsByLyingIdle(Duration later, boolean over) {
        assertThat(session.isOver(LIMITS, START.plus(later))).isEqualTo(over);
    }

    @Test
    void itEndsAfterItsAbsoluteLimitHoweverMuchItIsUsed() {
        var almost = START.plus(LIMITS.absolute()).minusNanos(1000);
        var used = new Session(session.id(), session.provider(), START, almost, almost);

        assertThat(used.isOver(LIMITS, almost)).isFalse();
        assertThat(used.admits(LIMITS, almost)).isTrue();
        assertThat(used.isOver(LIMITS, START.plus(LIMITS.absolute()))).isTrue();
        assertThat(used.admits(LIMITS, START.plus(LIMITS.absolute()))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, false", "PT-5M, false", "PT-5M-0.000001S, true", "PT-1H, true"})
    void itEndsWhenTheClockIsPutBackByMoreThanClocksDiffer(Duration later, boolean over) {
        assertThat(session.isOver(LIMITS, START.plus(later))).isEqualTo(over);
        assertThat(session.admits(LIMITS, START.plus(later))).isEqualTo(!over);
    }

    @Test
    void aTokenIsNotPromisedForLongerThanTheSessionLasts() {
        var late = START.plus(LIMITS.absolute()).minusSeconds(40);

        assertThat(session.accessLeft(LIMITS, START)).isEqualTo(LIMITS.access());
        assertThat(session.refreshed(late).accessLeft(LIMITS, late)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aRefreshIsNoUse() {
        var later = START.plus(Duration.ofMinutes(20));
        var refreshed = session.refreshed(later);

        assertThat(refreshed.admits(LIMITS, later)).isTrue();
        assertThat(refreshed.isOver(LIMITS, START.plus(LIMITS.idle()))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PT59.999999S, false", "PT1M, true"})
    void aUseIsWrittenDownOnceAMinute(Duration later, boolean written) {
        assertThat(session.isUnusedFor(START.plus(later))).isEqualTo(written);
    }

    @Test
    void limitsMayBeTheSame() {
        var minute = Duration.ofMinutes(1);

        assertThatCode(() -> new SessionLimits(minute, minute, minute)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT30M, PT12H", "PT31M, PT30M, PT12H", "PT15M, PT13H, PT12H", "PT-1M, PT30M, PT12H"})
    void limitsThatDoNotAscendAreOurMistake(Duration access, Duration idle, Duration absolute) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionLimits(access, idle, absolute));
    }
}
