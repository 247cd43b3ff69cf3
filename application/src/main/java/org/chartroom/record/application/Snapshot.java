package org.chartroom.record.application;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * A version with what there was then.
 *
 * @param json as the chart shows it, records with their transcripts; of a patient {@code patient}, {@code allergies} and
 *     {@code chronicConditions}; null when it was deleted
 */
@Phi
public record Snapshot(VersionView version, @Nullable String json) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
