package org.chartroom.provider.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.provider.domain.ProviderFixtures.email;
import static org.chartroom.provider.domain.ProviderFixtures.provider;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import java.time.Instant;
import java.util.Locale;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.AccountView;
import org.chartroom.provider.domain.Account;
import org.chartroom.provider.domain.Provider;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Accounts} must do; run by the in-memory and the PostgreSQL implementation alike. The store need not
 * be empty; each call is a transaction of its own.
 */
public abstract class AccountsContract {

    private static final Instant NOW = Instant.parse("2030-03-04T08:00:00.000001Z");

    protected abstract Providers providers();

    protected abstract Accounts accounts();

    @Test
    void anAccountIsFoundByItsEmailAddress() {
        var provider = added();

        assertThat(accounts().find(provider.details().email())).contains(open(provider));
    }

    @Test
    void anAccountIsFoundByItsEmailAddressInAnotherCase() {
        var provider = added();
        var shouted = new EmailAddress(provider.details().email().value().toUpperCase(Locale.ROOT));

        assertThat(accounts().find(shouted)).contains(open(provider));
    }

    @Test
    void nobodyHasAnUnknownEmailAddress() {
        assertThat(accounts().find(email())).isEmpty();
    }

    @Test
    void anAccountIsHeldByItsId() {
        var provider = added();

        assertThat(accounts().hold(provider.id())).contains(open(provider));
        assertThat(accounts().hold(providerId())).isEmpty();
    }

    @Test
    void anAccountThatWasDisabledIsDisabledForEverybodyWhoAsks() {
        var provider = added();
        var other = added();

        accounts().disable(provider.id(), NOW);

        var disabled = new Account(provider.id(), provider.passwordHash(), true);
        assertThat(accounts().find(provider.details().email())).contains(disabled);
        assertThat(accounts().hold(provider.id())).contains(disabled);
        assertThat(shown(provider.id()).disabledAt()).isEqualTo(NOW);
        assertThat(accounts().hold(other.id())).contains(open(other));
        assertThat(shown(other.id()).disabledAt()).isNull();
    }

    @Test
    void anAccountThatIsDisabledTwiceIsSoSinceTheFirstTime() {
        var provider = added();

        accounts().disable(provider.id(), NOW);
        accounts().disable(provider.id(), NOW.plusSeconds(1));

        assertThat(shown(provider.id()).disabledAt()).isEqualTo(NOW);
    }

    @Test
    void aStrangerIsDisabledWithoutEffect() {
        var stranger = providerId();

        accounts().disable(stranger, NOW);

        assertThat(accounts().hold(stranger)).isEmpty();
    }

    @Test
    void anAccountIsEnabledAgain() {
        var provider = added();
        accounts().disable(provider.id(), NOW);

        accounts().enable(provider.id());
        accounts().enable(provider.id());

        assertThat(accounts().find(provider.details().email())).contains(open(provider));
    }

    private Provider added() {
        var provider = provider();
        providers().add(provider);
        return provider;
    }

    private static Account open(Provider provider) {
        return new Account(provider.id(), provider.passwordHash(), false);
    }

    private AccountView shown(ProviderId id) {
        return providers().accounts().stream()
                .filter(account -> account.id().equals(id))
                .findAny()
                .orElseThrow();
    }
}
