package org.chartroom.patient.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.Sex;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * A patient as a client reads one in a list.
 *
 * @param incomplete see {@link org.chartroom.patient.domain.PatientDetails#incomplete}
 */
@Phi
record PatientLine(
        PatientId id,
        ProviderId providerId,
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
        List<String> incomplete,
        Instant createdAt,
        Instant updatedAt) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
