package org.chartroom.provider.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartroom.kernel.Refusal;
import org.chartroom.provider.domain.Password;
import org.chartroom.provider.domain.ProviderRefusal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest {

    private static final Password RIGHT = new Password("correct horse");

    @AutoClose
    private final Argon2PasswordHasher hasher = new Argon2PasswordHasher();

    @Test
    void aHashIsMadeWithTheParametersOfTheStandardAndASaltOfItsOwn() {
        var one = hasher.hash(RIGHT);
        var other = hasher.hash(RIGHT);

        assertThat(one.value()).matches("\\$argon2id\\$v=19\\$m=47104,t=1,p=1\\$[^$]{22}\\$[^$]{43}");
        assertThat(other).isNotEqualTo(one);
        assertThat(hasher.isOutdated(one)).isFalse();
    }

    @Test
    void aPasswordMatchesItsHashAndNoOtherDoes() {
        var hash = hasher.hash(RIGHT);

        assertThat(hasher.matches(RIGHT, hash)).isTrue();
        assertThat(hasher.matches(new Password("Correct horse"), hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {72, 255})
    void nothingOfALongPasswordIsCutOff(int common) {
        var hash = hasher.hash(new Password("x".repeat(common) + "a"));

        assertThat(hasher.matches(new Password("x".repeat(common) + "b"), hash)).isFalse();
        assertThat(hasher.matches(new Password("x".repeat(common)), hash)).isFalse();
    }

    @Test
    void withoutAHashNothingMatches() {
        assertThat(hasher.matches(RIGHT, null)).isFalse();
        assertThat(hasher.matches(new Password(""), null)).isFalse();
    }

    @Test
    void whatCannotBeHashedMatchesNothingNotEvenWhatItWouldBecome() {
        assertThat(hasher.matches(new Password("\ud800"), hasher.hash(new Password("?"))))
                .isFalse();
        assertThat(hasher.matches(new Password("\ud800"), null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"16384, 2", "47104, 2", "65536, 1"})
    void aHashWithOtherParametersIsOutdatedAndMatchesStill(int kibibytes, int passes) {
        try (var yesterdays = new Argon2PasswordHasher(kibibytes, passes, 1, Duration.ofSeconds(4))) {
            var hash = yesterdays.hash(RIGHT);

            assertThat(hasher.isOutdated(hash)).isTrue();
            assertThat(hasher.matches(RIGHT, hash)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,  512, 1", "2,  512, 1", "4,  512, 2", "8,  512, 2", "16, 4096, 8", "64, 4096, 22", "2,   64, 1"})
    void halfOfTheProcessorsHashAndNoMoreThanFitIntoAQuarterOfTheHeap(int processors, long heap, int parallel) {
        assertThat(Argon2PasswordHasher.parallel(processors, heap * 1024 * 1024))
                .isEqualTo(parallel);
    }

    @Test
    void whoWaitsTooLongIsToldToComeBack() {
        var together = new CyclicBarrier(8);
        var hashed = new AtomicInteger();
        var refused = new AtomicInteger();
        try (var impatient = new Argon2PasswordHasher(65_536, 3, 1, Duration.ofMillis(1));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < together.getParties(); i++)
                callers.execute(() -> {
                    try {
                        together.await();
                        impatient.hash(RIGHT);
                        hashed.incrementAndGet();
                    } catch (ProviderRefusal busy) {
                        if (busy.kind() == Refusal.Kind.BUSY) refused.incrementAndGet();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    }
                });
        }

        assertThat(hashed.get()).isPositive();
        assertThat(refused.get()).isPositive();
        assertThat(hashed.get() + refused.get()).isEqualTo(together.getParties());
    }
}
