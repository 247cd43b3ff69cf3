package org.chartroom.provider.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chartroom.provider.AccountEvent.Kind.REFRESHED;
import static org.chartroom.provider.AccountEvent.Kind.REFRESH_REFUSED;
import static org.chartroom.provider.AccountEvent.Kind.REFRESH_TOKEN_REUSED;
import static org.chartroom.provider.AccountEvent.Kind.SIGNED_IN;
import static org.chartroom.provider.AccountEvent.Kind.SIGNED_OUT;
import static org.chartroom.provider.AccountEvent.Kind.SIGN_IN_REFUSED;
import static org.chartroom.provider.AccountEvent.Kind.SIGN_IN_THROTTLED;
import static org.chartroom.provider.application.Reception.LIMITS;
import static org.chartroom.provider.application.Reception.THROTTLE;
import static org.chartroom.provider.application.Reception.emailOf;
import static org.chartroom.provider.application.Reception.somewhere;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.kernel.Refusal;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.application.SignIn.Tokens;
import org.chartroom.provider.application.out.PlainPasswords;
import org.chartroom.provider.domain.PasswordHash;
import org.chartroom.provider.domain.Provider;
import org.chartroom.provider.domain.ProviderRefusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInServiceTest {

    private static final String RIGHT = "correct horse";

    private final Reception reception = new Reception();
    private final SignInService signIn = reception.signIn;
    private final Provider provider = reception.provider(PlainPasswords.of(RIGHT));
    private final Origin from = somewhere();

    @Test
    void whoSignsInIsKnownByTheAccessToken() {
        var given = signedIn();

        var actor = signIn.authenticate(from, given.access().value());

        assertThat(actor.id()).isEqualTo(provider.id());
        assertThat(actor.origin().request()).isEqualTo(from.request());
        assertThat(actor.origin().session()).isNotNull();
        assertThat(given.accessFor()).isEqualTo(LIMITS.access());
    }

    @Test
    void anEmailAddressIsTakenInAnyCase() {
        signIn.signIn(from, emailOf(provider).toUpperCase(Locale.ROOT), RIGHT);

        assertThat(reception.told()).containsExactly(SIGNED_IN);
    }

    @Test
    void aSignInIsToldWithItsSession() {
        var given = signedIn();
        var session = signIn.authenticate(from, given.access().value()).origin().session();

        assertThat(reception.events)
                .containsExactly(new AccountEvent(
                        SIGNED_IN, provider.id(), new Origin(from.request(), from.address(), session)));
    }

    @Test
    void aWrongPasswordIsRefused() {
        refusedLikeAWrongPassword(() -> signIn.signIn(from, emailOf(provider), "wrong"));

        assertThat(reception.events).containsExactly(new AccountEvent(SIGN_IN_REFUSED, provider.id(), from));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@clinic.example", "no address", "", "\u0000@x", "\ud800@x"})
    void anUnknownEmailAddressIsRefusedInTheSameWordsAndAtTheSameEffort(String email) {
        refusedLikeAWrongPassword(() -> signIn.signIn(from, email, RIGHT));

        assertThat(reception.passwords.compared()).hasSize(1).containsOnlyNulls();
        assertThat(reception.events).containsExactly(new AccountEvent(SIGN_IN_REFUSED, null, from));
    }

    @Test
    void aDisabledAccountIsRefusedInTheSameWordsAndAtTheSameEffort() {
        reception.providers.disable(provider.id(), reception.clock.instant());

        refusedLikeAWrongPassword(() -> signIn.signIn(from, emailOf(provider), RIGHT));

        assertThat(reception.passwords.compared()).containsExactly(provider.passwordHash());
        assertThat(reception.told()).containsExactly(SIGN_IN_REFUSED);
    }

    @Test
    void anAccountWithoutAPasswordOpensToNobody() {
        var closed = reception.provider(PasswordHash.NONE);

        refusedLikeAWrongPassword(() -> signIn.signIn(from, emailOf(closed), "!"));
        refusedLikeAWrongPassword(() -> signIn.signIn(from, emailOf(closed), ""));
    }

    @Test
    void anOutdatedHashIsMadeAnewAtSignIn() {
        var old = reception.provider(PlainPasswords.outdated(RIGHT));

        signIn.signIn(from, emailOf(old), RIGHT);

        assertThat(reception.providers.find(old.id()).orElseThrow().value().passwordHash())
                .isEqualTo(PlainPasswords.of(RIGHT));
    }

    @Test
    void aHashThatIsUpToDateStaysAsItIs() {
        var before = reception.providers.find(provider.id());

        signedIn();

        assertThat(reception.providers.find(provider.id())).isEqualTo(before);
    }

    @Test
    void whoHasShownTheRightPasswordDoesNotWaitForAnotherHash() {
        var old = reception.provider(PlainPasswords.outdated(RIGHT));
        reception.passwords.meanwhile(reception.passwords::beBusy);

        assertThat(signIn.signIn(from, emailOf(old), RIGHT)).isNotNull();

        assertThat(reception.providers.find(old.id()).orElseThrow().value().passwordHash())
                .isEqualTo(PlainPasswords.outdated(RIGHT));
    }

    @Test
    void aHashThatAnotherSignInMadeAnewIsLookedAtOnceMore() {
        var old = reception.provider(PlainPasswords.outdated(RIGHT));
        reception.passwords.meanwhile(() -> signIn.signIn(from, emailOf(old), RIGHT));

        assertThat(signIn.signIn(from, emailOf(old), RIGHT)).isNotNull();

        assertThat(reception.told()).containsExactly(SIGNED_IN, SIGNED_IN);
    }

    @Test
    void aPasswordThatWasChangedWhileItWasLookedAtNoLongerOpens() {
        var email = provider.details().email();
        reception.passwords.meanwhile(() -> reception.administration.resetPassword(email, "battery staple"));

        refusedLikeAWrongPassword(() -> signIn.signIn(from, email.value(), RIGHT));

        assertThat(reception.told()).endsWith(SIGN_IN_REFUSED);
    }

    @Test
    void anAccountThatWasDisabledWhileThePasswordWasLookedAtNoLongerOpens() {
        var email = provider.details().email();
        reception.passwords.meanwhile(() -> reception.administration.disable(email));

        refusedLikeAWrongPassword(() -> signIn.signIn(from, email.value(), RIGHT));
    }

    @Test
    void whiteSpaceAroundAnEmailAddressMakesItNoOther() {
        for (var space : List.of("", " ", "\t", "\u2003"))
            refusedOrThrottled(() -> signIn.signIn(from, space + emailOf(provider) + space, "wrong"));

        assertThat(reception.passwords.compared()).hasSize(THROTTLE.accountAtAddress());
    }

    @Test
    void aMachineThatIsShutOutDoesNotShutTheAccountForOthers() {
        for (var i = 0; i < THROTTLE.accountAtAddress(); i++) wrong(from);
        for (var i = 0; i < 2 * THROTTLE.account(); i++) wrong(from);

        assertThat(signIn.signIn(somewhere(), emailOf(provider), RIGHT)).isNotNull();
    }

    @Test
    void aMachineThatIsShutOutLeavesNothingBehindForTheNamesItMakesUp() {
        for (var i = 0; i < THROTTLE.address(); i++) made(i);
        var kept = reception.tries.size();

        for (var i = 0; i < 20; i++) made(1_000 + i);

        assertThat(reception.tries.size()).isEqualTo(kept);
    }

    @Test
    void afterTooManyTriesThePasswordIsNotEvenLookedAt() {
        for (var i = 0; i < THROTTLE.accountAtAddress(); i++) wrong(from);
        reception.clock.putForward(Duration.ofMinutes(5));

        assertThat(catchThrowableOfType(ProviderRefusal.class, () -> signIn.signIn(from, emailOf(provider), RIGHT)))
                .returns("too-many-attempts", Refusal::code)
                .returns(Map.of("retryAfter", Duration.ofMinutes(10)), Refusal::facts);
        assertThat(reception.passwords.compared()).hasSize(THROTTLE.accountAtAddress());
    }

    @Test
    void afterTheWindowThePasswordIsLookedAtAgain() {
        for (var i = 0; i < THROTTLE.accountAtAddress() + 5; i++) wrong(from);
        reception.clock.putForward(THROTTLE.window());

        assertThat(signedIn()).isNotNull();
    }

    @Test
    void theFirstTryTooManyIsToldAndTheOthersAreNot() {
        for (var i = 0; i < THROTTLE.accountAtAddress() + 3; i++) wrong(from);

        assertThat(reception.told())
                .containsExactly(SIGN_IN_REFUSED, SIGN_IN_REFUSED, SIGN_IN_REFUSED, SIGN_IN_THROTTLED);
        assertThat(reception.events).allMatch(event -> provider.id().equals(event.account()));
    }

    @Test
    void anAccountThatIsTriedFromEverywhereIsClosed() {
        for (var i = 0; i < THROTTLE.account(); i++) wrong(somewhere());

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> signIn.signIn(somewhere(), emailOf(provider), RIGHT))
                .returns("too-many-attempts", Refusal::code);
    }

    @Test
    void anEmailAddressThatNobodyHasIsClosedJustTheSame() {
        for (var i = 0; i < THROTTLE.account(); i++)
            refusedLikeAWrongPassword(() -> signIn.signIn(somewhere(), "nobody@clinic.example", RIGHT));

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> signIn.signIn(somewhere(), "nobody@clinic.example", RIGHT))
                .returns("too-many-attempts", Refusal::code);
    }

    @Test
    void anAddressThatTriesEveryAccountIsClosed() {
        for (var i = 0; i < THROTTLE.address(); i++) {
            var email = "nobody%d@clinic.example".formatted(i);
            refusedLikeAWrongPassword(() -> signIn.signIn(from, email, RIGHT));
        }

        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> signIn.signIn(from, emailOf(provider), RIGHT))
                .returns("too-many-attempts", Refusal::code);
    }

    @Test
    void aSuccessIsNoTry() {
        for (var i = 0; i < 2 * THROTTLE.address(); i++) signedIn();

        assertThat(reception.told()).containsOnly(SIGNED_IN);
    }

    @Test
    void whoFindsNoTurnIsToldSoAndHasNotTried() {
        reception.passwords.beBusy();
        for (var i = 0; i < 2 * THROTTLE.address(); i++)
            assertThatExceptionOfType(ProviderRefusal.class)
                    .isThrownBy(() -> signIn.signIn(from, emailOf(provider), RIGHT))
                    .returns("temporarily-unavailable", Refusal::code);

        assertThat(reception.told()).isEmpty();
    }

    @Test
    void aRefreshCarriesTheSessionOnWithOtherTokens() {
        var first = signedIn();
        var session = session(first);
        reception.clock.putForward(Duration.ofMinutes(14));

        var second = signIn.refresh(from, first.refresh().value());

        assertThat(session(second)).isEqualTo(session);
        assertThat(second.accessFor()).isEqualTo(LIMITS.access());
        assertThat(second.access()).isNotEqualTo(first.access());
        notSignedIn(first.access().value());
        assertThat(reception.told()).containsExactly(SIGNED_IN, REFRESHED);
    }

    @Test
    void aRefreshTokenThatIsSpentTwiceEndsItsSession() {
        var first = signedIn();
        var second = signIn.refresh(from, first.refresh().value());
        var thief = somewhere();

        unauthenticated(() -> signIn.refresh(thief, first.refresh().value()));

        notSignedIn(second.access().value());
        unauthenticated(() -> signIn.refresh(from, second.refresh().value()));
        assertThat(reception.told()).containsExactly(SIGNED_IN, REFRESHED, REFRESH_TOKEN_REUSED);
        assertThat(reception.events.getLast().origin().address()).isEqualTo(thief.address());
    }

    @Test
    void anAccessTokenDoesNotRefreshAndARefreshTokenDoesNotOpen() {
        var given = signedIn();

        unauthenticated(() -> signIn.refresh(from, given.access().value()));
        notSignedIn(given.refresh().value());
    }

    @Test
    void aSessionThatLayIdleIsNotRefreshed() {
        var given = signedIn();
        reception.clock.putForward(LIMITS.idle());

        unauthenticated(() -> signIn.refresh(from, given.refresh().value()));

        assertThat(reception.told()).containsExactly(SIGNED_IN, REFRESH_REFUSED);
        assertThat(reception.sessions.lockByRefresh(given.refresh())).isEmpty();
    }

    @Test
    void aUseKeepsASessionFromIdling() {
        var given = signedIn();
        reception.clock.putForward(Duration.ofMinutes(10));
        signIn.authenticate(from, given.access().value());
        reception.clock.putForward(Duration.ofMinutes(25));

        assertThat(signIn.refresh(from, given.refresh().value())).isNotNull();
    }

    @Test
    void aSessionThatIsUsedAllDayEndsAtItsLimit() {
        var given = signedIn();
        var end = reception.clock.instant().plus(LIMITS.absolute());
        while (reception.clock.instant().plus(Duration.ofMinutes(10)).isBefore(end)) {
            reception.clock.putForward(Duration.ofMinutes(10));
            signIn.authenticate(from, given.access().value());
            given = signIn.refresh(from, given.refresh().value());
        }
        assertThat(given.accessFor()).isEqualTo(Duration.ofMinutes(10));
        reception.clock.putForward(Duration.ofMinutes(10));

        var last = given;
        notSignedIn(last.access().value());
        unauthenticated(() -> signIn.refresh(from, last.refresh().value()));
    }

    @Test
    void anAccessTokenIsTakenForAQuarterOfAnHour() {
        var given = signedIn();
        reception.clock.putForward(LIMITS.access().minusNanos(1000));
        signIn.authenticate(from, given.access().value());

        reception.clock.putForward(Duration.ofNanos(1000));

        notSignedIn(given.access().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatNobodyWasGivenOpensNothing(String text) {
        notSignedIn(text);
        unauthenticated(() -> signIn.refresh(from, text));
        assertThat(reception.told()).isEmpty();
    }

    @Test
    void aUseIsWrittenDownOnceAMinute() {
        var given = signedIn();
        var start = reception.clock.instant();

        reception.clock.putForward(Duration.ofSeconds(59));
        signIn.authenticate(from, given.access().value());
        var unwritten = reception.sessions.findByAccess(given.access()).orElseThrow();
        reception.clock.putForward(Duration.ofSeconds(1));
        signIn.authenticate(from, given.access().value());
        var written = reception.sessions.findByAccess(given.access()).orElseThrow();

        assertThat(unwritten.lastUsedAt()).isEqualTo(start);
        assertThat(written.lastUsedAt()).isEqualTo(start.plusSeconds(60));
    }

    @Test
    void whoSignsOutIsUnknownAtOnce() {
        var given = signedIn();
        var elsewhere = signedIn();
        var actor = signIn.authenticate(from, given.access().value());

        signIn.signOut(actor);

        notSignedIn(given.access().value());
        unauthenticated(() -> signIn.refresh(from, given.refresh().value()));
        assertThat(signIn.authenticate(from, elsewhere.access().value())).isNotNull();
        assertThat(reception.events.getLast()).isEqualTo(new AccountEvent(SIGNED_OUT, provider.id(), actor.origin()));
    }

    @Test
    void onTheCommandLineThereIsNoSessionToEnd() {
        signIn.signOut(Actor.onCommandLine(provider.id()));

        assertThat(reception.told()).isEmpty();
    }

    private Tokens signedIn() {
        return signIn.signIn(from, emailOf(provider), RIGHT);
    }

    private @Nullable SessionId session(Tokens tokens) {
        return signIn.authenticate(from, tokens.access().value()).origin().session();
    }

    private void wrong(Origin origin) {
        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(() -> signIn.signIn(origin, emailOf(provider), "wrong"));
    }

    private void made(int number) {
        refusedOrThrottled(() -> signIn.signIn(from, "nobody%d@clinic.example".formatted(number), RIGHT));
    }

    private static void refusedOrThrottled(ThrowingCallable call) {
        assertThatExceptionOfType(ProviderRefusal.class).isThrownBy(call);
    }

    private void notSignedIn(String accessToken) {
        unauthenticated(() -> signIn.authenticate(from, accessToken));
    }

    private static void unauthenticated(ThrowingCallable call) {
        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(call)
                .returns(Refusal.Kind.UNAUTHENTICATED, Refusal::kind);
    }

    private static void refusedLikeAWrongPassword(ThrowingCallable call) {
        assertThatExceptionOfType(ProviderRefusal.class)
                .isThrownBy(call)
                .returns("unauthenticated", Refusal::code)
                .withMessage(ProviderRefusal.wrongCredentials().getMessage());
    }
}
