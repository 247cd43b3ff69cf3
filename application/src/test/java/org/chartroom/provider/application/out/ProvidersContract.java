package org.chartroom.provider.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.provider.domain.ProviderFixtures.bareProvider;
import static org.chartroom.provider.domain.ProviderFixtures.email;
import static org.chartroom.provider.domain.ProviderFixtures.provider;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithEmail;

import java.util.Locale;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderRefusal;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Providers} must do; run by the in-memory and the PostgreSQL implementation alike. The store need
 * not be empty; each call is a transaction of its own.
 */
public abstract class ProvidersContract {

    protected abstract Providers providers();

    @Test
    void aProviderWhoWasAddedIsFoundAgain() {
        var provider = provider();

        providers().add(provider);

        assertThat(providers().find(provider.id())).contains(provider);
    }

    @Test
    void aProviderWithNothingOptionalIsFoundAgain() {
        var provider = bareProvider();

        providers().add(provider);

        assertThat(providers().find(provider.id())).contains(provider);
    }

    @Test
    void aStrangerIsNotFound() {
        assertThat(providers().find(providerId())).isEmpty();
    }

    @Test
    void textsOfEveryScriptAreKept() {
        var text = PatientFixtures.MANY_SCRIPTS.strip();
        var provider = new Provider(
                providerId(), email(), PasswordHash.NONE, new PersonName(text, text), text, "李 🫀", "☎ 555");

        providers().add(provider);

        assertThat(providers().find(provider.id())).contains(provider);
    }

    @Test
    void theLongestTextsFit() {
        var provider = new Provider(
                providerId(),
                new EmailAddress(providerId() + "🫀".repeat(28) + "@" + "d".repeat(255)),
                new PasswordHash("h".repeat(500)),
                new PersonName("🫀".repeat(100), "🫀".repeat(100)),
                "🫀".repeat(200),
                "🫀".repeat(64),
                "🫀".repeat(32));

        providers().add(provider);

        assertThat(providers().find(provider.id())).contains(provider);
    }

    @Test
    void twoProvidersDoNotShareAnEmailAddress() {
        var email = email();
        providers().add(providerWithEmail(email));

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> providers().add(providerWithEmail(email)))
                .returns("already-exists", Refusal::code);
    }

    @Test
    void anotherCaseMakesNoOtherEmailAddress() {
        var email = email();
        var inCapitals = new EmailAddress(email.value().toUpperCase(Locale.ROOT));
        providers().add(providerWithEmail(email));

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> providers().add(providerWithEmail(inCapitals)))
                .returns("already-exists", Refusal::code);
    }

    @Test
    void whoWasRefusedIsNotFound() {
        var email = email();
        var second = providerWithEmail(email);
        providers().add(providerWithEmail(email));

        assertThatCode(() -> providers().add(second)).isInstanceOf(ProviderRefusal.class);

        assertThat(providers().find(second.id())).isEmpty();
    }
}
