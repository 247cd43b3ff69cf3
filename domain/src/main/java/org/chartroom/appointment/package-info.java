/**
 * When a patient is seen, as other features see it: an id, and the few things that they may ask of an appointment.
 * The workflow itself stays inside. Start at {@link org.chartroom.appointment.AppointmentDirectory}.
 */
@NullMarked
package org.chartroom.appointment;

import org.jspecify.annotations.NullMarked;
