package org.chartroom.record;

import java.util.UUID;

/** Identity of one symptom in a medical record. */
public record SymptomId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
