package org.chartroom.patient.web;

import java.time.LocalDate;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.Sex;
import org.jspecify.annotations.Nullable;

/**
 * A new patient as a client writes one: {@link PatientBody}, and whether it is somebody else than who is known by that name
 * and birth date.
 */
@Phi
record RegistrationBody(
        String firstName,
        String lastName,
        LocalDate dateOfBirth,
        Sex sex,
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
        @Nullable String notes,
        @Nullable Boolean confirmDuplicate) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    PatientDetails details() {
        return new PatientBody(
                        firstName,
                        lastName,
                        dateOfBirth,
                        sex,
                        phone,
                        email,
                        address,
                        city,
                        state,
                        zipCode,
                        emergencyContactName,
                        emergencyContactPhone,
                        insuranceProvider,
                        insurancePolicyNumber,
                        notes)
                .details();
    }

    boolean confirmed() {
        return Boolean.TRUE.equals(confirmDuplicate);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
