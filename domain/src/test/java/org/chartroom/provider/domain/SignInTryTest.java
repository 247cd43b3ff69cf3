package org.chartroom.provider.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartroom.provider.domain.SignInTries.Scope;
import org.junit.jupiter.api.Test;

class SignInTryTest {

    @Test
    void theMachineIsCountedBeforeTheAccountIs() {
        assertThat(new SignInTry(ProviderFixtures.email(), "203.0.113.7").scopes())
                .containsExactly(Scope.ADDRESS, Scope.ACCOUNT_AT_ADDRESS, Scope.ACCOUNT);
    }

    @Test
    void whatIsNoEmailAddressIsNoAccount() {
        assertThat(new SignInTry(null, "203.0.113.7").scopes()).containsExactly(Scope.ADDRESS);
    }
}
