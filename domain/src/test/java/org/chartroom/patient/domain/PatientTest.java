package org.chartroom.patient.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chartroom.patient.domain.PatientFixtures.allergy;
import static org.chartroom.patient.domain.PatientFixtures.bornOn;
import static org.chartroom.patient.domain.PatientFixtures.condition;
import static org.chartroom.patient.domain.PatientFixtures.details;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientTest {

    private static final LocalDate TODAY = LocalDate.of(2030, 3, 4);

    @Test
    void aNewPatientHasNoKnownAllergyOrCondition() {
        var id = patientId();
        var provider = providerId();
        var details = details();

        var patient = Patient.register(id, provider, details, TODAY);

        assertThat(patient).isEqualTo(new Patient(id, provider, details, List.of(), List.of()));
    }

    @Test
    void aChildBornTodayIsRegistered() {
        var patient = Patient.register(patientId(), providerId(), bornOn(TODAY), TODAY);

        assertThat(patient.details().dateOfBirth()).isEqualTo(TODAY);
    }

    @Test
    void aChildBornTomorrowIsNotRegistered() {
        assertThat(Refused.fieldsOf(
                        () -> Patient.register(patientId(), providerId(), bornOn(TODAY.plusDays(1)), TODAY)))
                .containsExactly("dateOfBirth: in-future");
    }

    @Test
    void aChildThatIsSaidToBeBornTodayIsBelieved() {
        assertThat(patient().revise(bornOn(TODAY), TODAY).details().dateOfBirth())
                .isEqualTo(TODAY);
    }

    @Test
    void nobodyIsSaidToBeBornTomorrow() {
        var patient = patient();

        assertThat(Refused.fieldsOf(() -> patient.revise(bornOn(TODAY.plusDays(1)), TODAY)))
                .containsExactly("dateOfBirth: in-future");
    }

    @Test
    void otherDetailsChangeNothingElse() {
        var patient = patient();
        var details = details();

        var revised = patient.revise(details, TODAY);

        assertThat(revised)
                .isEqualTo(new Patient(
                        patient.id(), patient.provider(), details, patient.allergies(), patient.chronicConditions()));
    }

    @Test
    void anAllergyIsRecordedBehindTheOthers() {
        var patient = patient();
        var peanut = allergy();

        assertThat(patient.record(peanut).allergies())
                .startsWith(patient.allergies().toArray(Allergy[]::new))
                .hasSize(4)
                .endsWith(peanut);
    }

    @Test
    void anAllergyIsRevisedInItsPlace() {
        var patient = patient();
        var second = patient.allergies().get(1);
        var revised = new Allergy(second.id(), allergy().details());

        assertThat(patient.revise(revised))
                .isEqualTo(patient.withAllergies(List.of(
                        patient.allergies().getFirst(),
                        revised,
                        patient.allergies().getLast())));
    }

    @Test
    void anAllergyIsWithdrawnAndTheOthersStay() {
        var patient = patient();

        assertThat(patient.withdraw(patient.allergies().get(1).id()))
                .isEqualTo(patient.withAllergies(List.of(
                        patient.allergies().getFirst(), patient.allergies().getLast())));
    }

    @Test
    void anotherPatientsAllergyIsNeitherRevisedNorWithdrawn() {
        var anothers = patient().allergies().getFirst();

        assertNotFound(() -> patient().revise(anothers));
        assertNotFound(() -> patient().withdraw(anothers.id()));
    }

    @Test
    void aConditionIsRecordedBehindTheOthers() {
        var patient = patient();
        var asthma = condition();

        assertThat(patient.record(asthma).chronicConditions()).hasSize(3).endsWith(asthma);
    }

    @Test
    void aConditionIsRevisedInItsPlace() {
        var patient = patient();
        var revised = new ChronicCondition(
                patient.chronicConditions().getFirst().id(), condition().details());

        assertThat(patient.revise(revised))
                .isEqualTo(patient.withChronicConditions(
                        List.of(revised, patient.chronicConditions().getLast())));
    }

    @Test
    void aConditionIsWithdrawnAndTheOthersStay() {
        var patient = patient();

        assertThat(patient.withdraw(patient.chronicConditions().getFirst().id()))
                .isEqualTo(patient.withChronicConditions(
                        List.of(patient.chronicConditions().getLast())));
    }

    @Test
    void anotherPatientsConditionIsNeitherRevisedNorWithdrawn() {
        var anothers = patient().chronicConditions().getFirst();

        assertNotFound(() -> patient().revise(anothers));
        assertNotFound(() -> patient().withdraw(anothers.id()));
    }

    @Test
    void twoHundredAllergiesAndConditionsAreRecordedAndNoMore() {
        var allergies = Stream.generate(PatientFixtures::allergy).limit(199).toList();
        var conditions = Stream.generate(PatientFixtures::condition).limit(199).toList();
        var full = patient()
                .withAllergies(allergies)
                .withChronicConditions(conditions)
                .record(allergy())
                .record(condition());

        assertThat(Refused.fieldsOf(() -> full.record(allergy()))).containsExactly("allergies: too-many");
        assertThat(Refused.fieldsOf(() -> full.record(condition()))).containsExactly("chronicConditions: too-many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "U", "us", "USA", "U1", " US"})
    void aRegionIsTwoLetters(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneRegion(code));
    }

    @Test
    void newAllergiesChangeNothingElse() {
        var patient = patient();
        var allergies = List.of(allergy());

        var changed = patient.withAllergies(allergies);

        assertThat(changed)
                .isEqualTo(new Patient(
                        patient.id(), patient.provider(), patient.details(), allergies, patient.chronicConditions()));
    }

    @Test
    void newConditionsChangeNothingElse() {
        var patient = patient();
        var conditions = List.of(condition());

        var changed = patient.withChronicConditions(conditions);

        assertThat(changed)
                .isEqualTo(new Patient(
                        patient.id(), patient.provider(), patient.details(), patient.allergies(), conditions));
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatExceptionOfType(PatientRefusal.class).isThrownBy(call).returns("not-found", Refusal::code);
    }
}
