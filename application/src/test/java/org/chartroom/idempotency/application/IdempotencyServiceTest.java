package org.chartroom.idempotency.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;
import static org.chartroom.provider.domain.ProviderFixtures.providerWithId;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.application.out.InMemoryRememberedAnswers;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.idempotency.domain.IdempotencyRefusal;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyServiceTest {

    private static final Instant NOON = Instant.parse("2030-03-04T12:00:00Z");
    private static final Fingerprint REQUEST = new Fingerprint("0a".repeat(32));
    private static final Fingerprint ANOTHER_REQUEST = new Fingerprint("ff".repeat(32));
    private static final IdempotencyKey KEY = new IdempotencyKey("register-ada");

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryRememberedAnswers answers =
            new InMemoryRememberedAnswers(patients, appointments, new InMemoryMedicalRecords(appointments));
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final List<PatientId> registered = new ArrayList<>();

    @BeforeEach
    void twoProvidersWorkAtTheClinic() {
        providers.add(providerWithId(DR_OKAFOR.id()));
        providers.add(providerWithId(DR_LINDQVIST.id()));
    }

    @Test
    void whatIsAskedForTheFirstTimeIsDone() {
        var earlier = at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register);

        assertThat(earlier).isEmpty();
        assertThat(registered).hasSize(1);
    }

    @Test
    void whatIsAskedForAgainIsNotDoneAgain() {
        at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register);

        var earlier = at(NOON.plusSeconds(86_399)).once(DR_OKAFOR, KEY, REQUEST, this::register);

        assertThat(earlier).map(Answer::location).contains("/api/patients/" + registered.getFirst());
        assertThat(registered).hasSize(1);
    }

    @Test
    void theAnswerThatIsToldAgainIsInTheTrail() {
        at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register);

        at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register);

        assertThat(trail.events())
                .containsExactly(AuditEvent.ofPatient(
                        Action.READ,
                        Reference.Kind.PATIENT,
                        registered.getFirst().value()));
    }

    @Test
    void aDayLaterItIsDoneAgain() {
        at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register);

        at(NOON.plusSeconds(86_400)).once(DR_OKAFOR, KEY, REQUEST, this::register);

        assertThat(registered).hasSize(2);
    }

    @Test
    void aKeyServesForOneRequestOnly() {
        at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register);

        assertThatExceptionOfType(IdempotencyRefusal.class)
                .isThrownBy(() -> at(NOON).once(DR_OKAFOR, KEY, ANOTHER_REQUEST, this::register))
                .returns("idempotency-key-reused", Refusal::code);
        assertThat(registered).hasSize(1);
    }

    @Test
    void aColleagueMayComeUponTheSameKey() {
        at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register);

        var earlier = at(NOON).once(DR_LINDQVIST, KEY, ANOTHER_REQUEST, Optional::empty);

        assertThat(earlier).isEmpty();
    }

    @Test
    void aFailureIsNotRemembered() {
        assertThatThrownBy(() -> at(NOON).once(DR_OKAFOR, KEY, REQUEST, () -> {
                    throw new IllegalStateException("the database went away");
                }))
                .isInstanceOf(IllegalStateException.class);

        at(NOON).once(DR_OKAFOR, KEY, ANOTHER_REQUEST, this::register);

        assertThat(registered).hasSize(1);
    }

    @Test
    void whoGaveThePatientAwayIsNotToldTheAnswerAgain() {
        at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register);
        var version = patients.get(DR_OKAFOR, registered.getFirst()).version();
        patients.transfer(DR_OKAFOR, registered.getFirst(), DR_LINDQVIST.id(), version);

        assertThatExceptionOfType(IdempotencyRefusal.class)
                .isThrownBy(() -> at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register))
                .returns("not-found", Refusal::code);
        assertThat(registered).hasSize(1);
    }

    @Test
    void whatIsADayOldIsRemoved() {
        at(NOON).once(DR_OKAFOR, KEY, REQUEST, this::register);

        at(NOON.plusSeconds(86_400)).removeOld();

        assertThat(answers.lock(DR_OKAFOR, KEY, Instant.EPOCH)).isEmpty();
    }

    private IdempotencyService at(Instant now) {
        return new IdempotencyService(answers, answers, trail, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Optional<Answer> register() {
        var patient = walkIn(DR_OKAFOR.id());
        patients.add(DR_OKAFOR, patient);
        registered.add(patient.id());
        return Optional.of(new Answer(201, "/api/patients/" + patient.id(), "\"x\"", "{}"));
    }
}
