package org.chartroom.record.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.appointment.domain.AppointmentFixtures.in;
import static org.chartroom.audit.Reference.Kind.DRAFT;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryDrafts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftingServiceTest {

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final Drafting drafting = new DraftingService(new InMemoryDrafts(appointments), trail);
    private final Patient sam = walkIn(DR_OKAFOR.id());

    @BeforeEach
    void samIsAPatientOfDoctorOkafors() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
        patients.add(DR_OKAFOR, sam);
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsKeptWhateverTheStatus(AppointmentStatus status) {
        var visit = aVisit(status);

        drafting.save(DR_OKAFOR, visit, "{}");

        assertThat(drafting.draft(DR_OKAFOR, visit).note()).isEqualTo("{}");
    }

    @Test
    void theTrailTellsOfTheFirstAndTheLastMomentOnly() {
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);

        drafting.save(DR_OKAFOR, visit, "{}");
        drafting.save(DR_OKAFOR, visit, "{\"plan\":\"Rest\"}");
        drafting.draft(DR_OKAFOR, visit);
        drafting.discard(DR_OKAFOR, visit);

        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.of(
                                Action.CREATE, DRAFT, visit.value(), sam.id().value()),
                        AuditEvent.of(
                                Action.DELETE, DRAFT, visit.value(), sam.id().value()));
    }

    @Test
    void whereThereIsNoneNoneIsReadOrDiscarded() {
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);

        assertRefused("not-found", () -> drafting.draft(DR_OKAFOR, visit));
        assertRefused("not-found", () -> drafting.discard(DR_OKAFOR, visit));
        assertThat(trail.events()).isEmpty();
    }

    @Test
    void aStrangersVisitIsNotFound() {
        var visit = aVisit(AppointmentStatus.IN_PROGRESS);
        drafting.save(DR_OKAFOR, visit, "{}");

        assertRefused("not-found", () -> drafting.save(DR_LINDQVIST, visit, "{}"));
        assertRefused("not-found", () -> drafting.draft(DR_LINDQVIST, visit));
        assertRefused("not-found", () -> drafting.discard(DR_LINDQVIST, visit));
    }

    private AppointmentId aVisit(AppointmentStatus status) {
        var visit = in(status, sam.id(), DR_OKAFOR.id());
        appointments.add(DR_OKAFOR, visit);
        return visit.id();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}
