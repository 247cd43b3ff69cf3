package org.chartroom.appointment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.daily;
import static org.chartroom.appointment.domain.WorkingHoursFixtures.manifold;
import static org.chartroom.audit.Reference.Kind.WORKING_HOURS;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;

import java.time.Instant;
import org.chartroom.appointment.application.out.InMemoryHoursOfWork;
import org.chartroom.appointment.domain.AppointmentRefusal;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnHoursServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final OwnHours ownHours = new OwnHoursService(new InMemoryHoursOfWork(providers), trail);

    @BeforeEach
    void aProviderWorksAtTheClinic() {
        providers.add(providerWithId(DR_OKAFOR.id()));
    }

    @Test
    void hoursAreThereBeforeAnyWereSet() {
        assertThat(ownHours.hours(DR_OKAFOR).value()).isEqualTo(WorkingHours.NONE);
    }

    @Test
    void theAnswerToAChangeIsTheHoursAsStored() {
        var changed = ownHours.replace(
                DR_OKAFOR, manifold(), ownHours.hours(DR_OKAFOR).version());

        assertThat(ownHours.hours(DR_OKAFOR)).isEqualTo(changed);
        assertThat(changed.value()).isEqualTo(manifold());
    }

    @Test
    void whoeverLooksAtHoursOrChangesThemIsInTheTrail() {
        var seen = ownHours.hours(DR_OKAFOR).version();
        ownHours.replace(DR_OKAFOR, daily("08:00-12:00"), seen);

        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.ofProvider(Action.READ, WORKING_HOURS, DR_OKAFOR.id()),
                        AuditEvent.ofProvider(Action.UPDATE, WORKING_HOURS, DR_OKAFOR.id()));
    }

    @Test
    void aChangeFromAnOldVersionIsRefusedAndNotTold() {
        assertThatExceptionOfType(AppointmentRefusal.class)
                .isThrownBy(() -> ownHours.replace(DR_OKAFOR, manifold(), new Version(Instant.EPOCH)))
                .returns("stale-version", Refusal::code);
        assertThat(trail.told()).isEmpty();
    }
}
