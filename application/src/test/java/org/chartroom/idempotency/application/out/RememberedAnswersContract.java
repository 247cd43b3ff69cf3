package org.chartroom.idempotency.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;

import java.time.Instant;
import java.util.UUID;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.idempotency.domain.RememberedAnswer;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.out.MedicalRecords;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RememberedAnswers} with its {@link OldAnswers} must do; run by the in-memory and the PostgreSQL
 * implementation alike. The store need not be empty; each call is a transaction of its own.
 */
public abstract class RememberedAnswersContract {

    private static final Instant NOON = Instant.parse("2030-03-04T12:00:00Z");
    private static final Instant YESTERDAY = NOON.minusSeconds(86_400);
    private static final Fingerprint REQUEST = new Fingerprint("0a".repeat(32));
    private static final Fingerprint ANOTHER_REQUEST = new Fingerprint("ff".repeat(32));

    private final IdempotencyKey key = new IdempotencyKey("key-" + UUID.randomUUID());

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract MedicalRecords records();

    protected abstract RememberedAnswers answers();

    protected abstract OldAnswers oldAnswers();

    @Test
    void aKeyThatWasNeverSentIsNotKnown() {
        assertThat(answers().lock(aProvider(), key, YESTERDAY)).isEmpty();
    }

    @Test
    void anAnswerIsFoundAgainToTheByte() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var answer = new Answer(201, "/api/patients/" + patient, "\"x\"", "{\"firstName\": \"Åsa 🫀\\r\\n\"}");

        answers().put(okafor, key, REQUEST, answer, NOON);

        assertThat(answers().lock(okafor, key, YESTERDAY))
                .contains(new RememberedAnswer(REQUEST, answer, patient, true));
    }

    @Test
    void anAnswerWithoutAnETagIsFoundAgain() {
        var okafor = aProvider();
        var answer = new Answer(201, "/api/patients/" + aPatientOf(okafor), null, "{}");

        answers().put(okafor, key, REQUEST, answer, NOON);

        assertThat(answers().lock(okafor, key, YESTERDAY))
                .map(RememberedAnswer::answer)
                .contains(answer);
    }

    @Test
    void whatIsAboutAnAppointmentIsAboutItsPatient() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var appointment = AppointmentFixtures.appointment(patient, okafor.id());
        appointments().add(okafor, appointment);

        answers().put(okafor, key, REQUEST, at("/api/appointments/" + appointment.id()), NOON);

        assertThat(answers().lock(okafor, key, YESTERDAY))
                .map(RememberedAnswer::patient)
                .contains(patient);
    }

    @Test
    void whatIsAboutARecordIsAboutThePatientOfItsVisit() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var appointment = AppointmentFixtures.appointment(patient, okafor.id());
        appointments().add(okafor, appointment);
        var record = bareRecord(appointment.id());
        records().add(okafor, record);

        answers().put(okafor, key, REQUEST, at("/api/records/" + record.id() + "/symptoms/" + UUID.randomUUID()), NOON);

        assertThat(answers().lock(okafor, key, YESTERDAY))
                .map(RememberedAnswer::patient)
                .contains(patient);
    }

    @Test
    void nobodysKeyMeetsAnothers() {
        var okafor = aProvider();
        var lindqvist = aProvider();
        answers().put(okafor, key, REQUEST, at("/api/patients/" + aPatientOf(okafor)), NOON);

        assertThat(answers().lock(lindqvist, key, YESTERDAY)).isEmpty();
    }

    @Test
    void anAnswerCountsForItsTimeAndNoLonger() {
        var okafor = aProvider();
        answers().put(okafor, key, REQUEST, at("/api/patients/" + aPatientOf(okafor)), NOON);

        assertThat(answers().lock(okafor, key, NOON.minusNanos(1000))).isPresent();
        assertThat(answers().lock(okafor, key, NOON)).isEmpty();
    }

    @Test
    void anOldAnswerGivesWayToANewOne() {
        var okafor = aProvider();
        answers().put(okafor, key, REQUEST, at("/api/patients/" + aPatientOf(okafor)), YESTERDAY);
        var patient = aPatientOf(okafor);
        var answer = new Answer(200, "/api/patients/" + patient, "\"y\"", "{\"new\": true}");

        answers().put(okafor, key, ANOTHER_REQUEST, answer, NOON);

        assertThat(answers().lock(okafor, key, YESTERDAY))
                .contains(new RememberedAnswer(ANOTHER_REQUEST, answer, patient, true));
    }

    @Test
    void whoNoLongerSeesThePatientIsNotShownTheAnswer() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        answers().put(okafor, key, REQUEST, at("/api/patients/" + patient), NOON);
        var version = patients().find(okafor, patient).orElseThrow().version();

        patients().transfer(okafor, patient, aProvider().id(), version);

        assertThat(answers().lock(okafor, key, YESTERDAY))
                .map(RememberedAnswer::visible)
                .contains(false);
    }

    @Test
    void whatTheActorDoesNotSeeIsNotRemembered() {
        var okafor = aProvider();
        var patient = aPatientOf(aProvider());

        assertThatIllegalStateException()
                .isThrownBy(() -> answers().put(okafor, key, REQUEST, at("/api/patients/" + patient), NOON));
        assertThatIllegalStateException()
                .isThrownBy(() -> answers().put(okafor, key, REQUEST, at("/api/patients/" + UUID.randomUUID()), NOON));
    }

    @Test
    void whatIsOldIsRemovedAndNothingElse() {
        var okafor = aProvider();
        var recent = new IdempotencyKey("recent");
        var patient = aPatientOf(okafor);
        answers().put(okafor, key, REQUEST, at("/api/patients/" + patient), YESTERDAY);
        answers().put(okafor, recent, REQUEST, at("/api/patients/" + patient), YESTERDAY.plusNanos(1000));

        oldAnswers().removeBefore(YESTERDAY);

        assertThat(answers().lock(okafor, key, Instant.EPOCH)).isEmpty();
        assertThat(answers().lock(okafor, recent, Instant.EPOCH)).isPresent();
    }

    private static Answer at(String location) {
        return new Answer(201, location, "\"x\"", "{}");
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }

    private PatientId aPatientOf(Actor by) {
        var patient = walkIn(by.id());
        patients().add(by, patient);
        return patient.id();
    }
}
