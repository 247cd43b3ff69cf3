package org.chartroom.patient.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.patient.domain.PatientFixtures.allergy;
import static org.chartroom.patient.domain.PatientFixtures.bornOn;
import static org.chartroom.patient.domain.PatientFixtures.condition;
import static org.chartroom.patient.domain.PatientFixtures.details;
import static org.chartroom.patient.domain.PatientFixtures.patient;
import static org.chartroom.patient.domain.PatientFixtures.patientId;
import static org.chartroom.provider.domain.ProviderFixtures.providerId;

import java.time.LocalDate;
import java.util.List;
import org.chartroom.kernel.Refused;
import org.junit.jupiter.api.Test;

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
}
