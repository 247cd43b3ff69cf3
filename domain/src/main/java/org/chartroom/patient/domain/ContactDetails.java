package org.chartroom.patient.domain;

import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * How a patient is reached.
 *
 * @param phone as typed, at most 32 characters, stripped
 */
@Phi
public record ContactDetails(
        @Nullable String phone, @Nullable EmailAddress email) {

    public static final ContactDetails NONE = new ContactDetails(null, null);

    public ContactDetails {
        var wrong = new Violations();
        phone = wrong.optionalLine("phone", phone, Violations.PHONE);
        wrong.refuse();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
