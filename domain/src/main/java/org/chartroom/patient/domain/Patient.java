package org.chartroom.patient.domain;

import java.time.LocalDate;
import java.util.List;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
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
        if (details.dateOfBirth().isAfter(today))
            throw InvalidInput.of("dateOfBirth", "in-future", "must not be after today");
        return new Patient(id, provider, details, List.of(), List.of());
    }

    public Patient withAllergies(List<Allergy> next) {
        return new Patient(id, provider, details, next, chronicConditions);
    }

    public Patient withChronicConditions(List<ChronicCondition> next) {
        return new Patient(id, provider, details, allergies, next);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
