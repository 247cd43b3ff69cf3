package org.chartroom.provider.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chartroom.provider.domain.SignInTries.Scope.ACCOUNT;
import static org.chartroom.provider.domain.SignInTries.Scope.ACCOUNT_AT_ADDRESS;
import static org.chartroom.provider.domain.SignInTries.Scope.ADDRESS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleLimitsTest {

    private static final Instant FIRST = Instant.parse("2030-03-04T08:00:00Z");
    private static final ThrottleLimits LIMITS = new ThrottleLimits(Duration.ofMinutes(15), 50, 100, 10);

    @ParameterizedTest
    @CsvSource({
        "50, 100, 10, false, false",
        "51,  51,  1, true,  true",
        "52,  52,  1, true,  false",
        " 1, 101,  1, true,  true",
        "11,  11, 11, true,  true",
        "12,  12, 12, true,  false",
    })
    void oneTryTooManyInAnyScopeClosesTheDoor(int account, int address, int both, boolean closed, boolean justClosed) {
        var tries = List.of(
                new SignInTries(ACCOUNT, account, FIRST),
                new SignInTries(ADDRESS, address, FIRST),
                new SignInTries(ACCOUNT_AT_ADDRESS, both, FIRST));

        assertThat(LIMITS.closedUntil(tries).isPresent()).isEqualTo(closed);
        assertThat(LIMITS.hasJustClosed(tries)).isEqualTo(justClosed);
    }

    @Test
    void itOpensWhenTheLastOfTheWindowsEnds() {
        var later = FIRST.plusSeconds(60);
        var tries = List.of(new SignInTries(ACCOUNT, 51, FIRST), new SignInTries(ADDRESS, 101, later));

        assertThat(LIMITS.closedUntil(tries)).contains(later.plus(LIMITS.window()));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 1, 1, 1", "PT15M0.001S, 1, 1, 1", "PT1M, 0, 1, 1", "PT1M, 1, 0, 1", "PT1M, 1, 1, 0"})
    void limitsThatLetNobodyInOrLockForTooLongAreOurMistake(Duration window, int account, int address, int both) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ThrottleLimits(window, account, address, both));
    }
}
