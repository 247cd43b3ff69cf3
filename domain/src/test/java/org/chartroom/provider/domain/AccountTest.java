package org.chartroom.provider.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import org.junit.jupiter.api.Test;

class AccountTest {

    private static final PasswordHash VERIFIED = new PasswordHash("verified");

    @Test
    void itOpensWhileThePasswordIsTheOneThatWasVerified() {
        assertThat(new Account(providerId(), VERIFIED, false).opensTo(VERIFIED)).isTrue();
    }

    @Test
    void itStaysShutWhenThePasswordWasReplacedMeanwhile() {
        assertThat(new Account(providerId(), new PasswordHash("another"), false).opensTo(VERIFIED))
                .isFalse();
    }

    @Test
    void itStaysShutWhenItWasDisabledMeanwhile() {
        assertThat(new Account(providerId(), VERIFIED, true).opensTo(VERIFIED)).isFalse();
    }
}
