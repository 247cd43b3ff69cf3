package org.chartroom.patient.domain;

import java.util.Locale;

/** How bad a reaction to an allergen is, mildest first. */
public enum AllergySeverity {
    MILD,
    MODERATE,
    SEVERE,
    LIFE_THREATENING;

    /** The value's name on the wire and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
