package org.chartroom.patient.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call when something happens to a patient; may still be unknown.
 *
 * @param emergencyContactName  at most 200 characters, stripped
 * @param emergencyContactPhone as typed, at most 32 characters, stripped; only with a name: half a fact helps nobody
 */
@Phi
public record EmergencyContact(
        @Nullable String emergencyContactName, @Nullable String emergencyContactPhone) {

    public static final EmergencyContact UNKNOWN = new EmergencyContact(null, null);

    public EmergencyContact {
        var wrong = new Violations();
        emergencyContactName = wrong.optionalLine("emergencyContactName", emergencyContactName, Violations.SHORT_TEXT);
        emergencyContactPhone = wrong.optionalLine("emergencyContactPhone", emergencyContactPhone, Violations.PHONE);
        if (emergencyContactPhone != null && emergencyContactName == null)
            wrong.add("emergencyContactName", "incomplete", "is required beside emergencyContactPhone");
        wrong.refuse();
    }

    /** Whether both parts are known. */
    public boolean isComplete() {
        return emergencyContactName != null && emergencyContactPhone != null;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
