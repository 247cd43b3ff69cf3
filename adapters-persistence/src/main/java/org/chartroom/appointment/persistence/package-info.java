/**
 * Appointments and working hours in PostgreSQL; every statement carries whose patient it is about, or whose hours they
 * are. Nothing here leaves the package but through its ports. Start at {@code JdbcAppointments}.
 */
@NullMarked
package org.chartroom.appointment.persistence;

import org.jspecify.annotations.NullMarked;
