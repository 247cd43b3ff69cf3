package org.chartroom.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.audit.Access;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference.Kind;
import org.chartroom.audit.application.out.InMemoryAuditEvents;
import org.chartroom.audit.application.out.InMemorySealedTrail;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.provider.domain.ProviderFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTrailServiceTest {

    private static final UUID PATIENT = UUID.fromString("00000000-0000-8000-8000-de3005000000");
    private static final AuditEvent LOOKED_AT = AuditEvent.ofPatient(Action.READ, Kind.CHART, PATIENT);

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryAuditEvents events =
            new InMemoryAuditEvents(providers, (by, _) -> by.id().equals(DR_OKAFOR.id()));
    private final AuditTrailService trail = new AuditTrailService(events);

    @BeforeEach
    void aProviderWorksAtTheClinic() {
        providers.add(ProviderFixtures.providerWithId(DR_OKAFOR.id()));
    }

    @Test
    void whatSomebodySawIsKeptWithWhoItWas() {
        trail.record(DR_OKAFOR, LOOKED_AT, AuditEvent.ofPatient(Action.READ, Kind.PATIENT, PATIENT));

        assertThat(kept())
                .extracting(StoredEvent::kind, StoredEvent::outcome, StoredEvent::providerId)
                .containsExactly(
                        tuple("chart", "success", DR_OKAFOR.id().value()),
                        tuple("patient", "success", DR_OKAFOR.id().value()));
    }

    @Test
    void aListIsReadAndKept() {
        assertThat(trail.reading(DR_OKAFOR, Kind.SCHEDULE, () -> "a day")).isEqualTo("a day");

        assertThat(kept()).extracting(StoredEvent::kind).containsExactly("schedule");
    }

    @Test
    void whatIsReadOfAPatientIsKeptWhereTheyAreSeen() {
        assertThat(trail.reading(DR_OKAFOR, LOOKED_AT, () -> Optional.of("a chart")))
                .contains("a chart");
        assertThat(trail.reading(DR_LINDQVIST, LOOKED_AT, Optional::empty)).isEmpty();

        assertThat(kept())
                .extracting(StoredEvent::kind, StoredEvent::providerId)
                .containsExactly(tuple("chart", DR_OKAFOR.id().value()));
    }

    @Test
    void whatWasRefusedIsKeptWithWhy() {
        trail.record(DR_OKAFOR, LOOKED_AT, "not-found");

        assertThat(kept()).extracting(StoredEvent::outcome).containsExactly("not-found");
        assertThat(trail.accesses(DR_OKAFOR, PATIENT, 25, null).items()).isEmpty();
    }

    @Test
    void whoLookedIsToldToTheCareTeamOnly() {
        trail.record(DR_OKAFOR, LOOKED_AT);

        assertThat(trail.accesses(DR_OKAFOR, PATIENT, 25, null).items())
                .extracting(Access::provider)
                .containsExactly(DR_OKAFOR.id());
        assertThat(trail.accesses(DR_LINDQVIST, PATIENT, 25, null).items()).isEmpty();
    }

    private List<StoredEvent> kept() {
        return new InMemorySealedTrail(events).events(0, Long.MAX_VALUE, 10);
    }
}
