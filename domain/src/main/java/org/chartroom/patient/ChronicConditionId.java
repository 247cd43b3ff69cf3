package org.chartroom.patient;

import java.util.UUID;

/** Identity of one chronic condition of a patient. */
public record ChronicConditionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
