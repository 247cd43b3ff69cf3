package org.chartroom.patient.application;

import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView.AllergyView;
import org.chartroom.patient.application.PatientView.ChronicConditionView;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.provider.Actor;

/**
 * What there is to know of a patient before each visit: allergies and chronic conditions. Only the patient's own provider
 * keeps them. Every version here is the patient's.
 */
public interface HistoryTaking {

    /**
     * Whatever others do to the patient at the same moment comes before or after, so no version is asked for.
     *
     * @throws org.chartroom.patient.domain.PatientRefusal {@code not-found}; {@code forbidden}
     * @throws org.chartroom.kernel.InvalidInput {@code too-many} when 200 are recorded already
     */
    Versioned<AllergyView> recordAllergy(Actor by, PatientId patient, AllergyDetails details);

    /**
     * Puts other details in the place of those recorded.
     *
     * @throws org.chartroom.patient.domain.PatientRefusal {@code not-found} when there is no such patient, or it is no
     *     allergy of the patient's; {@code forbidden}; {@code stale-version}
     */
    Versioned<AllergyView> reviseAllergy(
            Actor by, PatientId patient, AllergyId allergy, AllergyDetails details, Version seen);

    /**
     * Takes back what should not have been recorded.
     *
     * @return the patient's version from now on
     * @throws org.chartroom.patient.domain.PatientRefusal as {@link #reviseAllergy} does
     */
    Version withdrawAllergy(Actor by, PatientId patient, AllergyId allergy, Version seen);

    /**
     * Whatever others do to the patient at the same moment comes before or after, so no version is asked for.
     *
     * @throws org.chartroom.patient.domain.PatientRefusal {@code not-found}; {@code forbidden}
     * @throws org.chartroom.kernel.InvalidInput {@code too-many} when 200 are recorded already
     */
    Versioned<ChronicConditionView> recordChronicCondition(
            Actor by, PatientId patient, ChronicConditionDetails details);

    /**
     * Puts other details in the place of those recorded.
     *
     * @throws org.chartroom.patient.domain.PatientRefusal {@code not-found} when there is no such patient, or it is no
     *     chronic condition of the patient's; {@code forbidden}; {@code stale-version}
     */
    Versioned<ChronicConditionView> reviseChronicCondition(
            Actor by, PatientId patient, ChronicConditionId condition, ChronicConditionDetails details, Version seen);

    /**
     * Takes back what should not have been recorded.
     *
     * @return the patient's version from now on
     * @throws org.chartroom.patient.domain.PatientRefusal as {@link #reviseChronicCondition} does
     */
    Version withdrawChronicCondition(Actor by, PatientId patient, ChronicConditionId condition, Version seen);
}
