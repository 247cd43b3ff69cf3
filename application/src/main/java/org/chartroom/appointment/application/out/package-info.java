/**
 * What the appointment feature needs of a store. An appointment of somebody else's patient is, here already, not found.
 * Start at {@link org.chartroom.appointment.application.out.Appointments}.
 */
@NullMarked
package org.chartroom.appointment.application.out;

import org.jspecify.annotations.NullMarked;
