package org.chartroom.audit.persistence;

import static java.time.Instant.EPOCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.chartroom.audit.Reference.Kind.SCHEDULE;

import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.out.AuditEvents;
import org.chartroom.audit.application.out.AuditEventsContract;
import org.chartroom.audit.application.out.EventsOfNobody;
import org.chartroom.audit.application.out.SealedTrail;
import org.chartroom.jdbc.Store;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.out.Schedules;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JdbcAuditEventsIT extends AuditEventsContract {

    @AutoClose
    private static final Store STORE = Store.ofItsOwn();

    /** One round trip, of which the event is a part: nothing is read behind it. */
    @Test
    void aListThatIsToldOfAheadIsAllThatIsRead() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        var okafor = new Actor(provider.id(), ProviderFixtures.origin());
        var events = STORE.repository(AuditEvents.class);
        var schedules = STORE.repository(Schedules.class);

        STORE.reading(() -> {
            events.addAhead(okafor, AuditEvent.ofList(SCHEDULE));
            assertThat(schedules.find(okafor, EPOCH, EPOCH.plusSeconds(1))).isEmpty();
            assertThat(trail().events(0, Long.MAX_VALUE, Integer.MAX_VALUE).getLast())
                    .satisfies(event -> {
                        assertThat(event.kind()).isEqualTo("schedule");
                        assertThat(event.providerId()).isEqualTo(provider.id().value());
                    });
            assertThatIllegalStateException().isThrownBy(() -> schedules.find(okafor, EPOCH, EPOCH.plusSeconds(1)));
        });
    }

    @Override
    protected Providers providers() {
        return STORE.port(Providers.class);
    }

    @Override
    protected Patients patients() {
        return STORE.port(Patients.class);
    }

    @Override
    protected AuditEvents events() {
        return STORE.port(AuditEvents.class);
    }

    @Override
    protected EventsOfNobody eventsOfNobody() {
        return STORE.port(EventsOfNobody.class);
    }

    @Override
    protected SealedTrail trail() {
        return STORE.repository(SealedTrail.class);
    }
}
