/**
 * The appointment and its status workflow. What was found and done in it is the record's. Start at
 * {@link org.chartroom.appointment.domain.AppointmentStatus}, which is the whole state machine.
 */
@NullMarked
package org.chartroom.appointment.domain;

import org.jspecify.annotations.NullMarked;
