/**
 * The appointment and its status workflow; when providers work, and what of it is free. What was found and done in an
 * appointment is the record's. Start at {@link org.chartroom.appointment.domain.AppointmentStatus}, which is the whole
 * state machine, and at {@link org.chartroom.appointment.domain.FreeTimes}.
 */
@NullMarked
package org.chartroom.appointment.domain;

import org.jspecify.annotations.NullMarked;
