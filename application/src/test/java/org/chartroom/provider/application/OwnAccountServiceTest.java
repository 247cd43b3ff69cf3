package org.chartroom.provider.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.provider.AccountEvent.Kind.PASSWORD_CHANGED;
import static org.chartroom.provider.AccountEvent.Kind.PASSWORD_CHANGE_REFUSED;
import static org.chartroom.provider.AccountEvent.Kind.PROFILE_CHANGED;
import static org.chartroom.provider.AccountEvent.Kind.PROFILE_READ;
import static org.chartroom.provider.application.Reception.THROTTLE;
import static org.chartroom.provider.application.Reception.emailOf;
import static org.chartroom.provider.application.Reception.somewhere;

import java.time.Instant;
import java.util.List;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.kernel.Version;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.PlainPasswords;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.provider.domain.ProviderRefusal;
import org.junit.jupiter.api.Test;

class OwnAccountServiceTest {

    private static final String RIGHT = "correct horse";
    private static final String NEXT = "battery staple";

    private final Reception reception = new Reception();
    private final Provider provider = reception.provider(PlainPasswords.of(RIGHT));
    private final Actor me = new Actor(provider.id(), somewhere());
    private final OwnAccountService account = reception.ownAccount;

    @Test
    void aProviderSeesWhatIsKnownOfOneself() {
        var shown = account.me(me);

        assertThat(shown.id()).isEqualTo(provider.id());
        assertThat(shown.details()).isEqualTo(provider.details());
        assertThat(reception.told()).containsExactly(PROFILE_READ);
    }

    @Test
    void aProviderReplacesWhatIsKnownButNotThePassword() {
        var next = ProviderFixtures.provider().details();

        var shown = account.replace(me, next, account.me(me).version());

        assertThat(shown.details()).isEqualTo(next);
        assertThat(stored()).isEqualTo(provider.withDetails(next));
        assertThat(reception.told()).containsExactly(PROFILE_READ, PROFILE_CHANGED);
    }

    @Test
    void aReplacementFromAnOldVersionIsRefused() {
        var next = ProviderFixtures.provider().details();

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> account.replace(me, next, new Version(Instant.EPOCH)))
                .returns("stale-version", Refusal::code);
        assertThat(stored()).isEqualTo(provider);
        assertThat(reception.told()).isEmpty();
    }

    @Test
    void aChangedPasswordOpensAndTheOldOneNoLonger() {
        account.changePassword(me, RIGHT, NEXT);

        assertThat(reception.signIn.signIn(somewhere(), emailOf(provider), NEXT))
                .isNotNull();
        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> reception.signIn.signIn(somewhere(), emailOf(provider), RIGHT));
    }

    @Test
    void aChangedPasswordEndsEverySession() {
        var given = reception.signIn.signIn(somewhere(), emailOf(provider), RIGHT);

        account.changePassword(me, RIGHT, NEXT);

        assertThat(reception.sessions.findByAccess(given.access())).isEmpty();
        assertThat(reception.told()).endsWith(PASSWORD_CHANGED);
    }

    @Test
    void whoDoesNotKnowThePasswordDoesNotChangeIt() {
        var given = reception.signIn.signIn(somewhere(), emailOf(provider), RIGHT);

        assertThat(changeRefused("wrong", NEXT)).containsExactly("currentPassword: wrong");

        assertThat(stored()).isEqualTo(provider);
        assertThat(reception.sessions.findByAccess(given.access())).isPresent();
        assertThat(reception.told()).endsWith(PASSWORD_CHANGE_REFUSED);
    }

    @Test
    void aBadNewPasswordIsRefusedBeforeTheOldOneIsLookedAt() {
        assertThat(changeRefused(RIGHT, "short")).containsExactly("newPassword: too-short");
        assertThat(changeRefused(RIGHT, "password1")).containsExactly("newPassword: too-common");

        assertThat(reception.passwords.compared()).isEmpty();
    }

    @Test
    void aStolenSessionDoesNotGuessThePassword() {
        for (var i = 0; i < THROTTLE.accountAtAddress(); i++)
            assertThat(changeRefused("wrong", NEXT)).isNotEmpty();

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> account.changePassword(me, RIGHT, NEXT))
                .returns("too-many-attempts", Refusal::code);
        assertThat(stored()).isEqualTo(provider);
    }

    @Test
    void aPasswordThatWasResetWhileTheOldOneWasLookedAtStaysAsItWasReset() {
        reception.passwords.meanwhile(
                () -> reception.administration.resetPassword(provider.details().email(), "another horse"));

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> account.changePassword(me, RIGHT, NEXT))
                .returns(Refusal.Kind.UNAUTHENTICATED, Refusal::kind);
        assertThat(stored().passwordHash()).isEqualTo(PlainPasswords.of("another horse"));
    }

    @Test
    void onTheCommandLineNoTryIsCounted() {
        var there = Actor.onCommandLine(provider.id());
        for (var i = 0; i <= THROTTLE.account(); i++)
            assertThat(Refused.fieldsOf(() -> {
                        account.changePassword(there, "wrong", NEXT);
                        return "";
                    }))
                    .containsExactly("currentPassword: wrong");

        account.changePassword(there, RIGHT, NEXT);

        assertThat(stored().passwordHash()).isEqualTo(PlainPasswords.of(NEXT));
        assertThat(reception.tries.size()).isZero();
    }

    @Test
    void whoFindsNoTurnOnTheCommandLineIsToldSo() {
        reception.passwords.beBusy();

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> account.changePassword(Actor.onCommandLine(provider.id()), RIGHT, NEXT))
                .returns(Refusal.Kind.BUSY, Refusal::kind);
    }

    private List<String> changeRefused(String current, String next) {
        return Refused.fieldsOf(() -> {
            account.changePassword(me, current, next);
            return "";
        });
    }

    private Provider stored() {
        return reception.providers.find(provider.id()).orElseThrow().value();
    }
}
