/**
 * Appointments, working hours and free times over HTTP: JSON to typed commands and views to JSON, nothing more. Start at
 * {@code AppointmentController}.
 */
@NullMarked
package org.chartroom.appointment.web;

import org.jspecify.annotations.NullMarked;
