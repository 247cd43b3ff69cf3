package org.chartroom.record;

import java.util.UUID;

/** Identity of one set of vital signs. */
public record VitalSignsId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
