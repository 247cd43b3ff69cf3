package org.chartroom.patient.application;

import java.time.LocalDate;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * What a patient who is looked for must have, all of it together; null where that does not matter.
 *
 * @param name  words in any order, case and accents aside; each begins the first or the last name, or a word within one
 * @param phone typed in any way in which the number may be written down at the clinic
 * @param email whole, case aside
 */
@Phi
public record PatientSearch(
        @Nullable String name,
        @Nullable String phone,
        @Nullable EmailAddress email,
        @Nullable LocalDate bornOn) {

    /** Anybody. */
    public static final PatientSearch ANYBODY = new PatientSearch(null, null, null, null);

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
