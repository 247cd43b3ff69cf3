package org.chartroom.patient.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.audit.Reference.Kind.ALLERGY;
import static org.chartroom.audit.Reference.Kind.CHRONIC_CONDITION;
import static org.chartroom.patient.domain.PatientFixtures.allergy;
import static org.chartroom.patient.domain.PatientFixtures.condition;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.provider.domain.ProviderFixtures.DR_LINDQVIST;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.kernel.Version;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatientViews;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTakingServiceTest {

    private static final AllergyDetails PEANUT = allergy().details();
    private static final ChronicConditionDetails ASTHMA = condition().details();

    private final InMemoryPatients patients = new InMemoryPatients(new InMemoryProviders());
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final HistoryTaking history =
            new HistoryTakingService(patients, new InMemoryPatientViews(patients), trail, new TimeOrderedIds());
    private final Patient patient = patient(DR_OKAFOR.id());
    private final PatientId id = patient.id();

    @BeforeEach
    void aPatientWhomAColleagueSeesToo() {
        patients.add(DR_OKAFOR, patient);
        patients.attend(id, DR_LINDQVIST.id());
    }

    @Test
    void anAllergyIsRecordedRevisedAndWithdrawn() {
        var recorded = history.recordAllergy(DR_OKAFOR, id, PEANUT);
        assertThat(stored().allergies()).hasSize(4).endsWith(recorded.value());
        assertThat(version()).isEqualTo(recorded.version());

        var revised = history.reviseAllergy(
                DR_OKAFOR,
                id,
                recorded.value().id(),
                patient.allergies().getFirst().details(),
                recorded.version());
        assertThat(stored().allergies()).hasSize(4).endsWith(revised.value());
        assertThat(revised.value().details())
                .isEqualTo(patient.allergies().getFirst().details());
        assertThat(version()).isEqualTo(revised.version());

        var withdrawn = history.withdrawAllergy(DR_OKAFOR, id, recorded.value().id(), revised.version());
        assertThat(patients.get(DR_OKAFOR, id).value()).isEqualTo(patient);
        assertThat(version()).isEqualTo(withdrawn);
        var allergy = recorded.value().id().value();
        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.of(Action.CREATE, ALLERGY, allergy, id.value()),
                        AuditEvent.of(Action.UPDATE, ALLERGY, allergy, id.value()),
                        AuditEvent.of(Action.DELETE, ALLERGY, allergy, id.value()));
    }

    @Test
    void aConditionIsRecordedRevisedAndWithdrawn() {
        var recorded = history.recordChronicCondition(DR_OKAFOR, id, ASTHMA);
        assertThat(stored().chronicConditions()).hasSize(3).endsWith(recorded.value());
        assertThat(version()).isEqualTo(recorded.version());

        var revised = history.reviseChronicCondition(
                DR_OKAFOR,
                id,
                recorded.value().id(),
                patient.chronicConditions().getFirst().details(),
                recorded.version());
        assertThat(stored().chronicConditions()).hasSize(3).endsWith(revised.value());
        assertThat(version()).isEqualTo(revised.version());

        var withdrawn =
                history.withdrawChronicCondition(DR_OKAFOR, id, recorded.value().id(), revised.version());
        assertThat(patients.get(DR_OKAFOR, id).value()).isEqualTo(patient);
        assertThat(version()).isEqualTo(withdrawn);
        var condition = recorded.value().id().value();
        assertThat(trail.events())
                .containsExactly(
                        AuditEvent.of(Action.CREATE, CHRONIC_CONDITION, condition, id.value()),
                        AuditEvent.of(Action.UPDATE, CHRONIC_CONDITION, condition, id.value()),
                        AuditEvent.of(Action.DELETE, CHRONIC_CONDITION, condition, id.value()));
    }

    @Test
    void nothingIsRevisedOrWithdrawnFromAStaleVersion() {
        var allergy = patient.allergies().getFirst().id();
        var condition = patient.chronicConditions().getFirst().id();
        var seen = version();
        history.recordAllergy(DR_OKAFOR, id, PEANUT);

        assertRefused("stale-version", () -> history.reviseAllergy(DR_OKAFOR, id, allergy, PEANUT, seen));
        assertRefused("stale-version", () -> history.withdrawAllergy(DR_OKAFOR, id, allergy, seen));
        assertRefused("stale-version", () -> history.reviseChronicCondition(DR_OKAFOR, id, condition, ASTHMA, seen));
        assertRefused("stale-version", () -> history.withdrawChronicCondition(DR_OKAFOR, id, condition, seen));
    }

    @Test
    void anotherPatientsAllergyOrConditionIsNotFound() {
        var another = patient(DR_OKAFOR.id());
        patients.add(DR_OKAFOR, another);
        var allergy = another.allergies().getFirst().id();
        var condition = another.chronicConditions().getFirst().id();
        var seen = version();

        assertRefused("not-found", () -> history.reviseAllergy(DR_OKAFOR, id, allergy, PEANUT, seen));
        assertRefused("not-found", () -> history.withdrawAllergy(DR_OKAFOR, id, allergy, seen));
        assertRefused("not-found", () -> history.reviseChronicCondition(DR_OKAFOR, id, condition, ASTHMA, seen));
        assertRefused("not-found", () -> history.withdrawChronicCondition(DR_OKAFOR, id, condition, seen));
    }

    @Test
    void aColleagueReadsAndDoesNotWrite() {
        var allergy = patient.allergies().getFirst().id();
        var seen = version();

        assertRefused("forbidden", () -> history.recordAllergy(DR_LINDQVIST, id, PEANUT));
        assertRefused("forbidden", () -> history.reviseAllergy(DR_LINDQVIST, id, allergy, PEANUT, seen));
        assertRefused("forbidden", () -> history.withdrawAllergy(DR_LINDQVIST, id, allergy, seen));
        assertRefused("forbidden", () -> history.recordChronicCondition(DR_LINDQVIST, id, ASTHMA));
        assertRefused("not-found", () -> history.recordAllergy(DR_OKAFOR, patientId(), PEANUT));
        assertThat(trail.told()).isEmpty();
    }

    private PatientView stored() {
        return patients.findView(DR_OKAFOR, id).orElseThrow();
    }

    private Version version() {
        return stored().version();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(PatientRefusal.class).isThrownBy(call).returns(code, Refusal::code);
    }
}
