package org.chartroom.record;

import java.util.UUID;

/** Identity of one prescription in a medical record. */
public record PrescriptionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
