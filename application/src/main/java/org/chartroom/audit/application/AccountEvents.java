package org.chartroom.audit.application;

import static org.chartroom.audit.Action.CREATE;
import static org.chartroom.audit.Action.DELETE;
import static org.chartroom.audit.Action.READ;
import static org.chartroom.audit.Action.UPDATE;
import static org.chartroom.audit.Reference.Kind.DISABLED_ACCOUNT;
import static org.chartroom.audit.Reference.Kind.PASSWORD;
import static org.chartroom.audit.Reference.Kind.PROVIDER;
import static org.chartroom.audit.Reference.Kind.PROVIDER_LIST;
import static org.chartroom.audit.Reference.Kind.SESSION;
import static org.chartroom.audit.application.out.AuditEvents.SUCCESS;

import java.util.List;
import java.util.UUID;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.out.AuditEvents;
import org.chartroom.audit.application.out.EventsOfNobody;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what happens to accounts and sessions, in the transaction in which it happens. Whoever failed to sign in, and
 * whoever sits at the command line, is nobody that is known: the account is then what the event is about.
 */
@Component
class AccountEvents {

    private final AuditEvents events;
    private final EventsOfNobody eventsOfNobody;

    AccountEvents(AuditEvents events, EventsOfNobody eventsOfNobody) {
        this.events = events;
        this.eventsOfNobody = eventsOfNobody;
    }

    @EventListener
    void hear(AccountEvent event) {
        switch (event.kind()) {
            case SIGNED_IN -> byAccount(event, CREATE, SESSION, SUCCESS);
            case REFRESHED -> byAccount(event, UPDATE, SESSION, SUCCESS);
            case SIGNED_OUT -> byAccount(event, DELETE, SESSION, SUCCESS);
            case PROFILE_READ -> byAccount(event, READ, PROVIDER, SUCCESS);
            case PROFILE_CHANGED -> byAccount(event, UPDATE, PROVIDER, SUCCESS);
            case COLLEAGUES_LISTED -> byAccount(event, READ, PROVIDER_LIST, SUCCESS);
            case PASSWORD_CHANGED -> byAccount(event, UPDATE, PASSWORD, SUCCESS);
            case REAUTHENTICATION_REFUSED -> byAccount(event, READ, PASSWORD, "validation-failed");
            case PASSWORD_CHANGE_REFUSED -> byAccount(event, UPDATE, PASSWORD, "validation-failed");
            case SIGN_IN_REFUSED -> byNobody(event, CREATE, SESSION, "unauthenticated");
            case SIGN_IN_THROTTLED -> byNobody(event, CREATE, SESSION, "too-many-attempts");
            case REFRESH_REFUSED -> byNobody(event, UPDATE, SESSION, "unauthenticated");
            case REFRESH_TOKEN_REUSED -> byNobody(event, UPDATE, SESSION, "refresh-token-reused");
            case ACCOUNT_ADDED -> byNobody(event, CREATE, PROVIDER, SUCCESS);
            case ACCOUNT_DISABLED -> byNobody(event, CREATE, DISABLED_ACCOUNT, SUCCESS);
            case ACCOUNT_ENABLED -> byNobody(event, DELETE, DISABLED_ACCOUNT, SUCCESS);
            case PASSWORD_RESET -> byNobody(event, UPDATE, PASSWORD, SUCCESS);
        }
    }

    private void byAccount(AccountEvent event, Action action, Reference.Kind kind, String outcome) {
        var account = requireKnown(event.account());
        var object = switch (kind) {
            case SESSION -> id(event.origin().session());
            case PROVIDER_LIST -> null;
            default -> account.value();
        };
        events.add(
                new Actor(account, event.origin()),
                outcome,
                List.of(new AuditEvent(action, new Reference(kind, object), null)));
    }

    private void byNobody(AccountEvent event, Action action, Reference.Kind kind, String outcome) {
        var account = event.account();
        var object = new Reference(kind, account == null ? null : account.value());
        eventsOfNobody.add(event.origin(), outcome, new AuditEvent(action, object, null));
    }

    private static ProviderId requireKnown(@Nullable ProviderId account) {
        if (account == null) throw new IllegalArgumentException("an event of an account without one");
        return account;
    }

    private static @Nullable UUID id(@Nullable SessionId session) {
        return session == null ? null : session.value();
    }
}
