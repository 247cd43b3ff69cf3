package org.chartroom.patient;

import java.util.UUID;

/** Identity of one patient. */
public record PatientId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
