package org.chartroom.record.application;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;

/**
 * The whole chart of a patient as the JSON document that clients read: {@code patient}, {@code allergies},
 * {@code chronicConditions} and {@code appointments}, newest first, each with {@code vitalSigns} and {@code record} or
 * null. Vital signs stand there without the flags that are shown with them elsewhere: the store does not know the ranges.
 * Instants are ISO 8601 with {@code Z} and six fraction digits. The store writes it, since it is by far the
 * largest answer and nothing in between has a use for its parts.
 */
@Phi
public record Chart(String json) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
