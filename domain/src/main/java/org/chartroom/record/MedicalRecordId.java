package org.chartroom.record;

import java.util.UUID;

/** Identity of one medical record. */
public record MedicalRecordId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
