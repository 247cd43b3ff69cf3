package org.chartroom.provider.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.provider.AccountEvent.Kind.ACCOUNT_ADDED;
import static org.chartroom.provider.AccountEvent.Kind.ACCOUNT_DISABLED;
import static org.chartroom.provider.AccountEvent.Kind.ACCOUNT_ENABLED;
import static org.chartroom.provider.AccountEvent.Kind.PASSWORD_RESET;
import static org.chartroom.provider.application.Reception.emailOf;
import static org.chartroom.provider.application.Reception.somewhere;

import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.SignIn.Tokens;
import org.chartroom.provider.application.out.PlainPasswords;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.provider.domain.ProviderRefusal;
import org.junit.jupiter.api.Test;

class AccountAdministrationServiceTest {

    private static final String RIGHT = "correct horse";

    private final Reception reception = new Reception();
    private final AccountAdministrationService administration = reception.administration;

    @Test
    void aProviderWhoIsAddedSignsInAtOnce() {
        var details = ProviderFixtures.provider().details();

        var id = administration.add(details, RIGHT);

        assertThat(signIn(details.email(), RIGHT)).isNotNull();
        assertThat(reception.events.getFirst()).isEqualTo(new AccountEvent(ACCOUNT_ADDED, id, Origin.COMMAND_LINE));
    }

    @Test
    void aBadPasswordAddsNobody() {
        var details = ProviderFixtures.provider().details();

        assertThat(Refused.fieldsOf(() -> administration.add(details, "password1")))
                .containsExactly("password: too-common");

        assertThat(administration.accounts()).isEmpty();
    }

    @Test
    void twoAccountsDoNotShareAnEmailAddress() {
        var details = ProviderFixtures.provider().details();
        administration.add(details, RIGHT);

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> administration.add(details, RIGHT))
                .returns("already-exists", Refusal::code);
        assertThatExceptionOfType(ProviderRefusal.class)
                .as("told before the password is looked at")
                .isThrownBy(() -> administration.add(details, "password1"))
                .returns("already-exists", Refusal::code);
        assertThat(administration.accounts()).hasSize(1);
    }

    @Test
    void aDisabledAccountEndsItsSessionsAndOpensToNobodyUntilItIsEnabled() {
        var provider = provider();
        var given = signIn(email(provider), RIGHT);

        administration.disable(email(provider));

        assertThat(reception.sessions.findByAccess(given.access())).isEmpty();
        assertThatExceptionOfType(ProviderRefusal.class).isThrownBy(() -> signIn(email(provider), RIGHT));
        assertThat(administration.accounts())
                .singleElement()
                .returns(reception.clock.instant(), AccountView::disabledAt);

        administration.enable(email(provider));

        assertThat(signIn(email(provider), RIGHT)).isNotNull();
        assertThat(reception.told()).contains(ACCOUNT_DISABLED, ACCOUNT_ENABLED);
    }

    @Test
    void aResetPasswordOpensAndEndsTheSessionsOfTheOldOne() {
        var provider = provider();
        var given = signIn(email(provider), RIGHT);

        administration.resetPassword(email(provider), "battery staple");

        assertThat(reception.sessions.findByAccess(given.access())).isEmpty();
        assertThat(reception.told()).endsWith(PASSWORD_RESET);
        assertThat(signIn(email(provider), "battery staple")).isNotNull();
    }

    @Test
    void anUnknownAccountIsNotFound() {
        var unknown = new EmailAddress("nobody@clinic.example");

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> administration.disable(unknown))
                .returns("not-found", Refusal::code);
        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> administration.enable(unknown))
                .returns("not-found", Refusal::code);
        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> administration.resetPassword(unknown, RIGHT))
                .returns("not-found", Refusal::code);
        assertThat(reception.told()).isEmpty();
    }

    @Test
    void whatIsOverIsRemoved() {
        var provider = provider();
        var given = signIn(email(provider), RIGHT);

        reception.clock.putForward(Reception.LIMITS.idle());
        reception.upkeep.removeEnded();

        assertThat(reception.sessions.lockByRefresh(given.refresh())).isEmpty();
        assertThat(reception.tries.size()).isZero();
    }

    private Provider provider() {
        return reception.provider(PlainPasswords.of(RIGHT));
    }

    private static EmailAddress email(Provider provider) {
        return new EmailAddress(emailOf(provider));
    }

    private Tokens signIn(EmailAddress email, String password) {
        return reception.signIn.signIn(somewhere(), email.value(), password);
    }
}
