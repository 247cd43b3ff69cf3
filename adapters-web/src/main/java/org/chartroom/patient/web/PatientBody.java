package org.chartroom.patient.web;

import java.time.LocalDate;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.domain.ContactDetails;
import org.chartroom.patient.domain.EmergencyContact;
import org.chartroom.patient.domain.Insurance;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PostalAddress;
import org.chartroom.patient.domain.Sex;
import org.jspecify.annotations.Nullable;

/** A patient as a client writes one. What is not nullable is required: JSON can leave it out, the domain then says so. */
@Phi
record PatientBody(
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
        @Nullable String notes) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    PatientDetails details() {
        var wrong = new Violations();
        var details = wrong.part(() -> new PatientDetails(
                wrong.part(() -> new PersonName(firstName, lastName)),
                dateOfBirth,
                sex,
                wrong.part(() -> contact(wrong)),
                wrong.part(() -> new PostalAddress(address, city, state, zipCode)),
                wrong.part(() -> new EmergencyContact(emergencyContactName, emergencyContactPhone)),
                wrong.part(() -> new Insurance(insuranceProvider, insurancePolicyNumber)),
                notes));
        wrong.refuse();
        return details;
    }

    private ContactDetails contact(Violations wrong) {
        return new ContactDetails(phone, email == null ? null : wrong.part("email", () -> new EmailAddress(email)));
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
