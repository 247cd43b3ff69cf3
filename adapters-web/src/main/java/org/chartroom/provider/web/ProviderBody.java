package org.chartroom.provider.web;

import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.domain.ProviderDetails;
import org.jspecify.annotations.Nullable;

/** A provider as a client writes one. What is not nullable is required: JSON can leave it out, the domain then says so. */
@Phi
record ProviderBody(
        String email,
        String firstName,
        String lastName,
        @Nullable String specialty,
        @Nullable String licenseNumber,
        @Nullable String phone) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    ProviderDetails details() {
        var wrong = new Violations();
        var details = wrong.part(() -> new ProviderDetails(
                wrong.part("email", () -> new EmailAddress(email)),
                wrong.part(() -> new PersonName(firstName, lastName)),
                specialty,
                licenseNumber,
                phone));
        wrong.refuse();
        return details;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
