package org.chartroom.patient;

import java.util.UUID;

/** Identity of one allergy of a patient. */
public record AllergyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
