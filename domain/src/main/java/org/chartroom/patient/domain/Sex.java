package org.chartroom.patient.domain;

import java.util.Locale;

/** Sex of a patient, as the clinic keeps it. */
public enum Sex {
    MALE,
    FEMALE,
    OTHER;

    /** The value's name on the wire and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
