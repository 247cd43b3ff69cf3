/**
 * What the clinic does with its appointment book: when somebody can be booked, booking and moving, and the way from arrival
 * to the end of the visit. What was found at the visit is the record's, which therefore decides whether an appointment can
 * be removed. Start at {@link org.chartroom.appointment.application.FrontDesk}.
 */
@NullMarked
package org.chartroom.appointment.application;

import org.jspecify.annotations.NullMarked;
