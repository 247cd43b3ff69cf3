package org.chartroom.record;

import java.util.UUID;

/** Identity of what a proposal became: a symptom's, a prescription's or that of vital signs, as the proposal's kind tells. */
public record FactId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
