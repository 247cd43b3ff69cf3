package org.chartroom.provider.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.domain.SignInTries.Scope.ACCOUNT;
import static org.chartroom.provider.domain.SignInTries.Scope.ACCOUNT_AT_ADDRESS;
import static org.chartroom.provider.domain.SignInTries.Scope.ADDRESS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.provider.domain.SignInTries;
import org.chartroom.provider.domain.SignInTry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RecentTries} must do; run by the in-memory and the PostgreSQL implementation alike. The store need
 * not be empty; each call is a transaction of its own.
 */
public abstract class RecentTriesContract {

    private static final Instant NOW = Instant.parse("2030-03-04T08:00:00.000001Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final EmailAddress email = email("dr.");
    private final String address = anAddress();

    protected abstract RecentTries tries();

    @Test
    void aFirstTryIsTheFirstInEachScope() {
        assertThat(count(email, address, NOW))
                .containsExactlyInAnyOrder(
                        new SignInTries(ACCOUNT, 1, NOW),
                        new SignInTries(ADDRESS, 1, NOW),
                        new SignInTries(ACCOUNT_AT_ADDRESS, 1, NOW));
    }

    @Test
    void triesAddUpSinceTheFirst() {
        count(email, address, NOW);
        count(email, address, NOW.plusSeconds(1));

        assertThat(count(email, address, NOW.plusSeconds(2)))
                .containsExactlyInAnyOrder(
                        new SignInTries(ACCOUNT, 3, NOW),
                        new SignInTries(ADDRESS, 3, NOW),
                        new SignInTries(ACCOUNT_AT_ADDRESS, 3, NOW));
    }

    @Test
    void anotherAddressSharesTheAccountAlone() {
        count(email, address, NOW);

        assertThat(count(email, anAddress(), NOW))
                .contains(new SignInTries(ACCOUNT, 2, NOW), new SignInTries(ACCOUNT_AT_ADDRESS, 1, NOW));
    }

    @Test
    void anotherAccountSharesTheAddressAlone() {
        count(email, address, NOW);

        assertThat(count(email("another."), address, NOW))
                .containsExactlyInAnyOrder(
                        new SignInTries(ACCOUNT, 1, NOW),
                        new SignInTries(ADDRESS, 2, NOW),
                        new SignInTries(ACCOUNT_AT_ADDRESS, 1, NOW));
    }

    @Test
    void anotherCaseIsNoOtherAccount() {
        count(email, address, NOW);

        assertThat(count(new EmailAddress(email.value().toUpperCase(Locale.ROOT)), address, NOW))
                .contains(new SignInTries(ACCOUNT, 2, NOW));
    }

    @Test
    void aScopeIsCountedByItself() {
        tries().count(new SignInTry(email, address), ADDRESS, NOW, WINDOW);

        assertThat(count(email, address, NOW))
                .containsExactlyInAnyOrder(
                        new SignInTries(ACCOUNT, 1, NOW),
                        new SignInTries(ADDRESS, 2, NOW),
                        new SignInTries(ACCOUNT_AT_ADDRESS, 1, NOW));
    }

    @Test
    void whatIsNoEmailAddressCountsForItsMachineAlone() {
        count(null, address, NOW);

        assertThat(count(null, address, NOW)).containsExactly(new SignInTries(ADDRESS, 2, NOW));
        tries().takeBack(new SignInTry(null, address));
        assertThat(count(null, address, NOW)).containsExactly(new SignInTries(ADDRESS, 2, NOW));
    }

    @Test
    void oneHouseholdsAddressesOfIpv6CountAsOne() {
        var network = "2001:db8:%x:1:".formatted(NEXT.incrementAndGet());
        count(email, network + ":1", NOW);

        assertThat(count(email, network + "ffff:0:0:2", NOW)).contains(new SignInTries(ADDRESS, 2, NOW));
        assertThat(count(email, network.replace(":1:", ":2:") + ":1", NOW)).contains(new SignInTries(ADDRESS, 1, NOW));
    }

    @Test
    void afterTheWindowTheCountingBeginsAnew() {
        count(email, address, NOW);
        var almost = NOW.plus(WINDOW).minusNanos(1000);

        assertThat(count(email, address, almost)).contains(new SignInTries(ACCOUNT, 2, NOW));
        assertThat(count(email, address, NOW.plus(WINDOW))).contains(new SignInTries(ACCOUNT, 1, NOW.plus(WINDOW)));
    }

    @Test
    void aTryThatIsTakenBackWasNone() {
        count(email, address, NOW);
        count(email, address, NOW);

        tries().takeBack(new SignInTry(email, address));

        assertThat(count(email, address, NOW))
                .containsExactlyInAnyOrder(
                        new SignInTries(ACCOUNT, 2, NOW),
                        new SignInTries(ADDRESS, 2, NOW),
                        new SignInTries(ACCOUNT_AT_ADDRESS, 2, NOW));
    }

    @Test
    void whatWasNeverCountedCannotBeTakenBack() {
        tries().takeBack(new SignInTry(email, address));
        count(email, address, NOW);
        tries().takeBack(new SignInTry(email, address));
        tries().takeBack(new SignInTry(email, address));

        assertThat(count(email, address, NOW)).contains(new SignInTries(ACCOUNT, 1, NOW));
    }

    @Test
    void whatIsOldIsRemoved() {
        count(email, address, NOW);
        tries().removeBefore(NOW);
        assertThat(count(email, address, NOW)).contains(new SignInTries(ACCOUNT, 2, NOW));

        tries().removeBefore(NOW.plusNanos(1000));

        assertThat(count(email, address, NOW)).contains(new SignInTries(ACCOUNT, 1, NOW));
    }

    private List<SignInTries> count(@Nullable EmailAddress typed, String from, Instant now) {
        var attempt = new SignInTry(typed, from);
        return attempt.scopes().stream()
                .map(scope -> tries().count(attempt, scope, now, WINDOW))
                .toList();
    }

    private static EmailAddress email(String name) {
        return new EmailAddress(name + UUID.randomUUID() + "@clinic.example");
    }

    private static String anAddress() {
        var n = NEXT.incrementAndGet();
        return "10.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255);
    }
}
