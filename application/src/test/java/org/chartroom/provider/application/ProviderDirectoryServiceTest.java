package org.chartroom.provider.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.chartroom.provider.AccountEvent.Kind.REAUTHENTICATION_REFUSED;
import static org.chartroom.provider.application.Reception.THROTTLE;
import static org.chartroom.provider.application.Reception.somewhere;

import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Violation;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.PlainPasswords;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.provider.domain.ProviderRefusal;
import org.junit.jupiter.api.Test;

class ProviderDirectoryServiceTest {

    private final Reception reception = new Reception();
    private final Provider provider = reception.provider(PlainPasswords.of("correct horse"));
    private final Actor me = new Actor(provider.id(), somewhere());

    @Test
    void oneIsKnownByName() {
        assertThat(reception.directory.nameOf(me)).isEqualTo(provider.details().name());
    }

    @Test
    void whoShowsTheOwnPasswordAgainIsBelieved() {
        reception.directory.reauthenticate(me, "correct horse");

        assertThat(reception.told()).isEmpty();
    }

    @Test
    void whoDoesNotKnowItIsNotAndThatIsTold() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> reception.directory.reauthenticate(me, "wrong"))
                .satisfies(refused -> assertThat(refused.violations())
                        .extracting(Violation::field, Violation::code)
                        .containsExactly(tuple("password", "wrong")));
        assertThat(reception.told()).containsExactly(REAUTHENTICATION_REFUSED);
    }

    @Test
    void aStolenSessionDoesNotGuessThePassword() {
        for (var i = 0; i < THROTTLE.accountAtAddress(); i++)
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> reception.directory.reauthenticate(me, "wrong"));

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> reception.directory.reauthenticate(me, "correct horse"))
                .returns("too-many-attempts", Refusal::code);
    }

    @Test
    void whoIsNoLongerThereIsNotSignedIn() {
        var gone = new Actor(ProviderFixtures.providerId(), somewhere());

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> reception.directory.nameOf(gone))
                .returns(Refusal.Kind.UNAUTHENTICATED, Refusal::kind);
    }
}
