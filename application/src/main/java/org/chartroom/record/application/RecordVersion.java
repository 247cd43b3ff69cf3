package org.chartroom.record.application;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.domain.MedicalRecord;
import org.jspecify.annotations.Nullable;

/**
 * A version of a record, to be compared.
 *
 * @param record as it was; null when it was deleted
 */
@Phi
public record RecordVersion(VersionView version, @Nullable MedicalRecord record) {

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
