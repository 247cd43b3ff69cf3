package org.chartroom.appointment;

import java.util.UUID;

/** Identity of one appointment. */
public record AppointmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
