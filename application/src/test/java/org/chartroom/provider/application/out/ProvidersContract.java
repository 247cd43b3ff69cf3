package org.chartroom.provider.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.provider.domain.ProviderFixtures.bareProvider;
import static org.chartroom.provider.domain.ProviderFixtures.email;
import static org.chartroom.provider.domain.ProviderFixtures.provider;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithEmail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.patient.domain.PatientFixtures;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderDetails;
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

        assertThat(stored(provider.id())).isEqualTo(provider);
    }

    @Test
    void aProviderWithNothingOptionalIsFoundAgain() {
        var provider = bareProvider();

        providers().add(provider);

        assertThat(stored(provider.id())).isEqualTo(provider);
    }

    @Test
    void aStrangerIsNotFound() {
        assertThat(providers().find(providerId())).isEmpty();
    }

    @Test
    void textsOfEveryScriptAreKept() {
        var text = PatientFixtures.MANY_SCRIPTS.strip();
        var provider = new Provider(
                providerId(),
                new ProviderDetails(email(), new PersonName(text, text), text, "李 🫀", "☎ 555"),
                PasswordHash.NONE);

        providers().add(provider);

        assertThat(stored(provider.id())).isEqualTo(provider);
    }

    @Test
    void theLongestTextsFit() {
        var provider = new Provider(
                providerId(),
                new ProviderDetails(
                        new EmailAddress(providerId() + "🫀".repeat(28) + "@" + "d".repeat(255)),
                        new PersonName("🫀".repeat(100), "🫀".repeat(100)),
                        "🫀".repeat(200),
                        "🫀".repeat(64),
                        "🫀".repeat(32)),
                new PasswordHash("h".repeat(500)));

        providers().add(provider);

        assertThat(stored(provider.id())).isEqualTo(provider);
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
    void aProviderIsReplacedAndTheVersionMovesOn() {
        var before = provider();
        providers().add(before);
        var after = before.withDetails(provider().details()).withPasswordHash(new PasswordHash("another"));

        var version = providers().replace(after, version(before.id()));

        assertThat(stored(before.id())).isEqualTo(after);
        assertThat(version(before.id())).isEqualTo(version);
        assertThat(version.at()).isAfter(created(before.id()));
    }

    @Test
    void aReplacementFromAnOldVersionIsRefusedAndChangesNothing() {
        var provider = provider();
        providers().add(provider);
        var seen = version(provider.id());
        var first = provider.withDetails(provider().details());
        var current = providers().replace(first, seen);

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> providers().replace(provider, seen))
                .returns("stale-version", Refusal::code)
                .returns(Map.of("providerId", provider.id(), "current", current), Refusal::facts);
        assertThat(stored(provider.id())).isEqualTo(first);
    }

    @Test
    void aStrangerIsNotReplaced() {
        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> providers().replace(provider(), new Version(Instant.EPOCH)))
                .returns("not-found", Refusal::code);
    }

    @Test
    void aReplacementDoesNotTakeAnothersEmailAddress() {
        var one = provider();
        var other = provider();
        providers().add(one);
        providers().add(other);
        var taken = other.withDetails(providerWithEmail(one.details().email()).details());

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> providers().replace(taken, version(other.id())))
                .returns("already-exists", Refusal::code);
        assertThat(stored(other.id())).isEqualTo(other);
    }

    @Test
    void aProviderIsShownWithoutThePassword() {
        var provider = provider();
        providers().add(provider);

        assertThat(providers().findView(provider.id())).hasValueSatisfying(view -> {
            assertThat(view.id()).isEqualTo(provider.id());
            assertThat(view.details()).isEqualTo(provider.details());
            assertThat(view.version()).isEqualTo(version(provider.id()));
            assertThat(view.createdAt()).isEqualTo(view.updatedAt());
        });
        assertThat(providers().findView(providerId())).isEmpty();
    }

    @Test
    void accountsAreListedByEmailAddressWithoutRegardToCase() {
        var mark = providerId().toString();
        var emails = List.of("a" + mark + "@x", "B" + mark + "@x", "c" + mark + "@x");
        emails.reversed().forEach(email -> providers().add(providerWithEmail(new EmailAddress(email))));

        assertThat(providers().accounts())
                .extracting(account -> account.email().value())
                .filteredOn(email -> email.contains(mark))
                .isEqualTo(emails);
    }

    @Test
    void whoWasRefusedIsNotFound() {
        var email = email();
        var second = providerWithEmail(email);
        providers().add(providerWithEmail(email));

        assertThatCode(() -> providers().add(second)).isInstanceOf(ProviderRefusal.class);

        assertThat(providers().find(second.id())).isEmpty();
    }

    private Provider stored(ProviderId id) {
        return providers().find(id).orElseThrow().value();
    }

    private Version version(ProviderId id) {
        return providers().find(id).orElseThrow().version();
    }

    private Instant created(ProviderId id) {
        return providers().findView(id).orElseThrow().createdAt();
    }
}
