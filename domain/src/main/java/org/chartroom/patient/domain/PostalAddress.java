package org.chartroom.patient.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Where a patient lives; any part may still be unknown. All parts are stripped.
 *
 * @param address street and number, at most 500 characters
 * @param city    at most 200 characters
 * @param state   at most 200 characters
 * @param zipCode at most 64 characters
 */
@Phi
public record PostalAddress(
        @Nullable String address,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zipCode) {

    public static final PostalAddress UNKNOWN = new PostalAddress(null, null, null, null);

    public PostalAddress {
        var wrong = new Violations();
        address = wrong.optionalLine("address", address, Violations.ADDRESS);
        city = wrong.optionalLine("city", city, Violations.SHORT_TEXT);
        state = wrong.optionalLine("state", state, Violations.SHORT_TEXT);
        zipCode = wrong.optionalLine("zipCode", zipCode, Violations.CODE);
        wrong.refuse();
    }

    /** Whether every part is known. */
    public boolean isComplete() {
        return address != null && city != null && state != null && zipCode != null;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
