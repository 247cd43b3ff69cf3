package org.chartroom.provider.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleLimitsTest {

    private static final Instant FIRST = Instant.parse("2030-03-04T08:00:00Z");
    private static final ThrottleLimits LIMITS = new ThrottleLimits(Duration.ofMinutes(15), 50, 100, 10);

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT,             50, false, false",
        "ACCOUNT,             51, true,  true",
        "ACCOUNT,             52, true,  false",
        "ADDRESS,            100, false, false",
        "ADDRESS,            101, true,  true",
        "ACCOUNT_AT_ADDRESS,  10, false, false",
        "ACCOUNT_AT_ADDRESS,  11, true,  true",
        "ACCOUNT_AT_ADDRESS,  12, true,  false",
    })
    void oneTryTooManyClosesTheDoorUntilTheWindowEnds(
            SignInTries.Scope scope, int count, boolean closed, boolean justClosed) {
        var tries = new SignInTries(scope, count, FIRST);

        assertThat(LIMITS.closedUntil(tries))
                .isEqualTo(closed ? Optional.of(FIRST.plus(LIMITS.window())) : Optional.empty());
        assertThat(LIMITS.hasJustClosed(tries)).isEqualTo(justClosed);
    }

    @Test
    void theTightestLimitsOverTheLongestWindowAreAllowed() {
        assertThatCode(() -> new ThrottleLimits(Duration.ofMinutes(15), 1, 1, 1))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1, 1, 1", "PT15M0.001S, 1, 1, 1", "PT1M, 0, 1, 1", "PT1M, 1, 0, 1", "PT1M, 1, 1, 0"})
    void limitsThatLetNobodyInOrLockForTooLongAreOurMistake(Duration window, int account, int address, int both) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ThrottleLimits(window, account, address, both));
    }
}
