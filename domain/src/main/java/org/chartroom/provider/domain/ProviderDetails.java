package org.chartroom.provider.domain;

import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a provider.
 *
 * @param email         signs in with it; unique in the clinic, without regard to case
 * @param specialty     at most 200 characters
 * @param licenseNumber at most 64 characters
 * @param phone         as typed, at most 32 characters
 */
@Phi
public record ProviderDetails(
        EmailAddress email,
        PersonName name,
        @Nullable String specialty,
        @Nullable String licenseNumber,
        @Nullable String phone) {

    public ProviderDetails {
        var wrong = new Violations();
        specialty = wrong.optionalLine("specialty", specialty, Violations.SHORT_TEXT);
        licenseNumber = wrong.optionalLine("licenseNumber", licenseNumber, Violations.CODE);
        phone = wrong.optionalLine("phone", phone, Violations.PHONE);
        wrong.refuse();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
