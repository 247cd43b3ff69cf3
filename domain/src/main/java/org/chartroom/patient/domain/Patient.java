package org.chartroom.patient.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.ProviderId;

/**
 * A patient of the clinic. Immutable: each change returns the next state.
 *
 * @param provider          whose patient it is
 * @param allergies         in the order in which they were recorded
 * @param chronicConditions in the order in which they were recorded
 */
@Phi
public record Patient(
        PatientId id,
        ProviderId provider,
        PatientDetails details,
        List<Allergy> allergies,
        List<ChronicCondition> chronicConditions) {

    public Patient {
        allergies = List.copyOf(allergies);
        chronicConditions = List.copyOf(chronicConditions);
    }

    /**
     * A new patient, of whom no allergy or condition is known yet.
     *
     * @param today at the clinic
     * @throws InvalidInput {@code in-future} when the date of birth is after {@code today}
     */
    public static Patient register(PatientId id, ProviderId provider, PatientDetails details, LocalDate today) {
        refuseUnborn(details, today);
        return new Patient(id, provider, details, List.of(), List.of());
    }

    /**
     * With other details in the place of the known ones.
     *
     * @param today at the clinic
     * @throws InvalidInput {@code in-future} when the date of birth is after {@code today}
     */
    public Patient revise(PatientDetails next, LocalDate today) {
        refuseUnborn(next, today);
        return new Patient(id, provider, next, allergies, chronicConditions);
    }

    /**
     * With one allergy more.
     *
     * @throws InvalidInput {@code too-many} when 200 are recorded already
     */
    public Patient record(Allergy allergy) {
        return withAllergies(oneMore("allergies", allergies, allergy));
    }

    /**
     * With another state of an allergy in the place of the recorded one.
     *
     * @throws PatientRefusal {@code not-found} when it is none of this patient's
     */
    public Patient revise(Allergy allergy) {
        refuseUnknown(allergy.id());
        return withAllergies(allergies.stream()
                .map(each -> each.id().equals(allergy.id()) ? allergy : each)
                .toList());
    }

    /**
     * Without an allergy.
     *
     * @throws PatientRefusal {@code not-found} when it is none of this patient's
     */
    public Patient withdraw(AllergyId allergy) {
        refuseUnknown(allergy);
        return withAllergies(
                allergies.stream().filter(each -> !each.id().equals(allergy)).toList());
    }

    /**
     * With one chronic condition more.
     *
     * @throws InvalidInput {@code too-many} when 200 are recorded already
     */
    public Patient record(ChronicCondition condition) {
        return withChronicConditions(oneMore("chronicConditions", chronicConditions, condition));
    }

    /**
     * With another state of a chronic condition in the place of the recorded one.
     *
     * @throws PatientRefusal {@code not-found} when it is none of this patient's
     */
    public Patient revise(ChronicCondition condition) {
        refuseUnknown(condition.id());
        return withChronicConditions(chronicConditions.stream()
                .map(each -> each.id().equals(condition.id()) ? condition : each)
                .toList());
    }

    /**
     * Without a chronic condition.
     *
     * @throws PatientRefusal {@code not-found} when it is none of this patient's
     */
    public Patient withdraw(ChronicConditionId condition) {
        refuseUnknown(condition);
        return withChronicConditions(chronicConditions.stream()
                .filter(each -> !each.id().equals(condition))
                .toList());
    }

    public Patient withAllergies(List<Allergy> next) {
        return new Patient(id, provider, details, next, chronicConditions);
    }

    public Patient withChronicConditions(List<ChronicCondition> next) {
        return new Patient(id, provider, details, allergies, next);
    }

    private void refuseUnknown(AllergyId allergy) {
        if (allergies.stream().noneMatch(each -> each.id().equals(allergy))) throw PatientRefusal.unknownAllergy(id);
    }

    private void refuseUnknown(ChronicConditionId condition) {
        if (chronicConditions.stream().noneMatch(each -> each.id().equals(condition)))
            throw PatientRefusal.unknownChronicCondition(id);
    }

    private static void refuseUnborn(PatientDetails details, LocalDate today) {
        if (details.dateOfBirth().isAfter(today))
            throw InvalidInput.of("dateOfBirth", "in-future", "must not be after today");
    }

    private static <T> List<T> oneMore(String field, List<T> recorded, T next) {
        if (recorded.size() >= Violations.LIST)
            throw InvalidInput.of(field, "too-many", "at most " + Violations.LIST + " entries");
        return Stream.concat(recorded.stream(), Stream.of(next)).toList();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
