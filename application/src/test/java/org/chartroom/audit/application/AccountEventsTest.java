package org.chartroom.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chartroom.provider.domain.ProviderFixtures.origin;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import java.util.Map;
import java.util.Objects;
import org.chartroom.audit.application.out.InMemoryAuditEvents;
import org.chartroom.audit.application.out.InMemorySealedTrail;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.AccountEvent.Kind;
import org.chartroom.provider.Origin;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountEventsTest {

    /** What each is in the trail: whether the account is known to have done it, the action, the kind, the outcome. */
    private static final Map<Kind, String> AS_TOLD = Map.ofEntries(
            Map.entry(Kind.SIGNED_IN, "known create session success"),
            Map.entry(Kind.SIGN_IN_REFUSED, "unknown create session unauthenticated"),
            Map.entry(Kind.SIGN_IN_THROTTLED, "unknown create session too-many-attempts"),
            Map.entry(Kind.REFRESHED, "known update session success"),
            Map.entry(Kind.REFRESH_REFUSED, "unknown update session unauthenticated"),
            Map.entry(Kind.REFRESH_TOKEN_REUSED, "unknown update session refresh-token-reused"),
            Map.entry(Kind.SIGNED_OUT, "known delete session success"),
            Map.entry(Kind.PROFILE_READ, "known read provider success"),
            Map.entry(Kind.PROFILE_CHANGED, "known update provider success"),
            Map.entry(Kind.COLLEAGUES_LISTED, "known read provider_list success"),
            Map.entry(Kind.PASSWORD_CHANGED, "known update password success"),
            Map.entry(Kind.REAUTHENTICATION_REFUSED, "known read password validation-failed"),
            Map.entry(Kind.PASSWORD_CHANGE_REFUSED, "known update password validation-failed"),
            Map.entry(Kind.ACCOUNT_ADDED, "unknown create provider success"),
            Map.entry(Kind.ACCOUNT_DISABLED, "unknown create disabled_account success"),
            Map.entry(Kind.ACCOUNT_ENABLED, "unknown delete disabled_account success"),
            Map.entry(Kind.PASSWORD_RESET, "unknown update password success"));

    private final InMemoryAuditEvents events = new InMemoryAuditEvents(new InMemoryProviders(), (_, _) -> false);
    private final AccountEvents listener = new AccountEvents(events, events);
    private final ProviderId account = providerId();
    private final SessionId session = new SessionId(TimeOrderedIds.nextId());
    private final Origin from = origin().in(session);

    @ParameterizedTest
    @EnumSource
    void whateverHappensToAnAccountIsInTheTrail(Kind kind) {
        listener.hear(new AccountEvent(kind, account, from));

        var event = last();
        var who = event.providerId() == null ? "unknown" : "known";
        assertThat("%s %s %s %s".formatted(who, event.action(), event.kind(), event.outcome()))
                .isEqualTo(AS_TOLD.get(kind));
        assertThat(event.requestId()).isEqualTo(from.request());
        assertThat(event.address()).isEqualTo(from.address());
        assertThat(event.sessionId()).isEqualTo(session.value());
    }

    @Test
    void aSessionThatWasBegunIsWhatTheEventIsAbout() {
        listener.hear(new AccountEvent(Kind.SIGNED_IN, account, from));

        assertThat(last().objectId()).isEqualTo(session.value());
        assertThat(last().providerId()).isEqualTo(account.value());
    }

    @Test
    void theAccountThatWasTriedIsWhatTheEventIsAbout() {
        listener.hear(new AccountEvent(Kind.SIGN_IN_REFUSED, account, origin()));

        assertThat(last().objectId()).isEqualTo(account.value());
    }

    @Test
    void anAddressThatNobodyHasIsNotKept() {
        listener.hear(new AccountEvent(Kind.SIGN_IN_REFUSED, null, origin()));

        assertThat(last().objectId()).isNull();
        assertThat(last().providerId()).isNull();
    }

    @Test
    void whereThereIsNoSessionTheEventIsAboutNone() {
        listener.hear(new AccountEvent(Kind.SIGNED_OUT, account, origin()));

        assertThat(last().objectId()).isNull();
    }

    @Test
    void whatSomebodyDidIsNeverToldWithoutWhoItWas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> listener.hear(new AccountEvent(Kind.SIGNED_IN, null, from)));
    }

    private StoredEvent last() {
        return Objects.requireNonNull(
                new InMemorySealedTrail(events).events(0, Long.MAX_VALUE, 10).getLast());
    }
}
