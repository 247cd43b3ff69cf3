package org.chartroom.patient;

import java.time.LocalDate;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * A patient as another feature takes one over from elsewhere, named as clients name it. Anything may stand here until
 * {@link PatientDirectory} has checked it.
 *
 * @param id  given by whoever brings the patient along
 * @param sex male, female or other
 */
@Phi
public record PatientEntry(
        PatientId id,
        String firstName,
        String lastName,
        LocalDate dateOfBirth,
        String sex,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zipCode,
        @Nullable String emergencyContactName,
        @Nullable String emergencyContactPhone,
        @Nullable String insuranceProvider,
        @Nullable String insurancePolicyNumber,
        @Nullable String notes) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
