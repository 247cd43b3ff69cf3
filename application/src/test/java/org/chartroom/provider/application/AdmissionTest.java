package org.chartroom.provider.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.provider.application.Reception.LIMITS;

import java.time.Duration;
import org.chartroom.kernel.Refusal;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.SignIn.Admission;
import org.chartroom.provider.application.SignIn.Tokens;
import org.chartroom.provider.application.out.PlainPasswords;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.provider.domain.ProviderRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who only reads, and is taken for whom they were a moment ago until it is found out. */
class AdmissionTest {

    private final Reception reception = new Reception();
    private final SignInService signIn = reception.signIn;
    private final Provider provider = reception.provider(PlainPasswords.of("correct horse"));
    private final Origin from = ProviderFixtures.origin();
    private final Tokens given = signIn.signIn(from, Reception.emailOf(provider), "correct horse");

    @Test
    void whoComesForTheFirstTimeIsLookedUp() {
        try (var admission = admit()) {
            assertThat(admission.presumed()).isNull();
            assertThat(admission.stands()).isTrue();
            assertThat(admission.actor()).isEqualTo(signIn.authenticate(from, access()));
        }
    }

    @Test
    void whoComesAgainWithinTheMinuteIsTakenForTheSame() {
        var first = admit().actor();
        reception.clock.putForward(Duration.ofSeconds(59));

        try (var again = admit()) {
            assertThat(again.presumed()).isNotNull();
            assertThat(again.actor()).isEqualTo(first);
            assertThat(again.stands()).isTrue();
        }
    }

    @Test
    void andDoesNotStandOnceTheyHaveSignedOut() {
        var actor = admit().actor();
        signIn.signOut(actor);

        try (var again = admit()) {
            assertThat(again.stands()).isFalse();
        }
    }

    @Test
    void norOnceTheTokenWasReplaced() {
        admit().close();
        signIn.refresh(from, given.refresh().value());

        try (var again = admit()) {
            assertThat(again.stands()).isFalse();
        }
    }

    @Test
    void nothingIsTakenForGrantedOnceTheyHaveLeft() {
        admit().close();

        var again = admit();
        assertThat(reception.sessions.presumed()).isEqualTo(1);
        again.close();
        assertThat(reception.sessions.presumed()).isZero();
    }

    @Test
    void aUseIsWrittenDownOnceAMinuteStill() {
        var start = reception.clock.instant();
        admit().close();
        reception.clock.putForward(Duration.ofMinutes(1));

        try (var again = admit()) {
            assertThat(again.presumed()).isNull();
        }

        assertThat(reception.sessions.findByAccess(given.access()).orElseThrow().lastUsedAt())
                .isEqualTo(start.plusSeconds(60));
    }

    @Test
    void nobodyIsTakenForAnybodyPastTheLimitOfTheToken() {
        reception.clock.putForward(LIMITS.access().minusSeconds(30));
        admit().close();
        admit().close();
        reception.clock.putForward(Duration.ofSeconds(30));

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(this::admit)
                .returns(Refusal.Kind.UNAUTHENTICATED, Refusal::kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatNobodyWasGivenOpensNothing(String text) {
        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> signIn.admit(from, text))
                .returns(Refusal.Kind.UNAUTHENTICATED, Refusal::kind);
    }

    private Admission admit() {
        return signIn.admit(from, access());
    }

    private String access() {
        return given.access().value();
    }
}
