package org.chartroom.appointment.domain;

import java.util.Locale;

/** What an appointment is for. */
public enum AppointmentType {
    NEW_PATIENT,
    FOLLOW_UP,
    ROUTINE_CHECKUP,
    SICK_VISIT,
    TELEHEALTH;

    /** The value's name on the wire and in the database. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
