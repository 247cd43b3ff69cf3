package org.chartroom.patient.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.PatientEntry;
import org.chartroom.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * What the front desk keeps of a patient.
 *
 * @param dateOfBirth 1890-01-01 to 2199-12-31, a calendar date without a zone; that it is not in the future is checked
 *                    where today is known, see {@link Patient#register} and
 *                    {@link Patient#revise(PatientDetails, LocalDate)}
 * @param notes       at most 20,000 characters
 */
@Phi
public record PatientDetails(
        PersonName name,
        LocalDate dateOfBirth,
        Sex sex,
        ContactDetails contact,
        PostalAddress address,
        EmergencyContact emergencyContact,
        Insurance insurance,
        @Nullable String notes) {

    private static final LocalDate EARLIEST_DATE = LocalDate.of(1890, 1, 1);
    private static final LocalDate LATEST_DATE = LocalDate.of(2199, 12, 31);

    public PatientDetails {
        var wrong = new Violations();
        if (wrong.required("dateOfBirth", dateOfBirth)) dateInBounds(wrong, "dateOfBirth", dateOfBirth);
        wrong.required("sex", sex);
        wrong.optionalText("notes", notes, Violations.FREE_TEXT);
        wrong.refuse();
    }

    /**
     * Of a patient who is taken over from elsewhere.
     *
     * @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable
     */
    public static PatientDetails of(PatientEntry entry) {
        var wrong = new Violations();
        wrong.required("id", entry.id());
        var email = entry.email();
        var details = wrong.part(() -> new PatientDetails(
                wrong.part(() -> new PersonName(entry.firstName(), entry.lastName())),
                entry.dateOfBirth(),
                wrong.constant("sex", entry.sex(), Sex.class),
                wrong.part(() -> new ContactDetails(
                        entry.phone(), email == null ? null : wrong.part("email", () -> new EmailAddress(email)))),
                wrong.part(() -> new PostalAddress(entry.address(), entry.city(), entry.state(), entry.zipCode())),
                wrong.part(() -> new EmergencyContact(entry.emergencyContactName(), entry.emergencyContactPhone())),
                wrong.part(() -> new Insurance(entry.insuranceProvider(), entry.insurancePolicyNumber())),
                entry.notes()));
        wrong.refuse();
        return details;
    }

    /** As it is to be kept of a patient who is taken over. */
    public PatientEntry entry(PatientId id) {
        var email = contact.email();
        return new PatientEntry(
                id,
                name.firstName(),
                name.lastName(),
                dateOfBirth,
                sex.toString(),
                contact.phone(),
                email == null ? null : email.value(),
                address.address(),
                address.city(),
                address.state(),
                address.zipCode(),
                emergencyContact.emergencyContactName(),
                emergencyContact.emergencyContactPhone(),
                insurance.insuranceProvider(),
                insurance.insurancePolicyNumber(),
                notes);
    }

    /** The groups with a part that the front desk has still to ask for, as clients name them. */
    public List<String> incomplete() {
        var groups = new ArrayList<String>();
        if (!address.isComplete()) groups.add("address");
        if (!emergencyContact.isComplete()) groups.add("emergencyContact");
        if (!insurance.isComplete()) groups.add("insurance");
        return groups;
    }

    static void dateInBounds(Violations wrong, String field, LocalDate date) {
        if (date.isBefore(EARLIEST_DATE) || date.isAfter(LATEST_DATE))
            wrong.add(field, "out-of-range", "must be between " + EARLIEST_DATE + " and " + LATEST_DATE);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
