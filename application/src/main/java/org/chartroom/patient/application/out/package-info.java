/**
 * What the patient feature needs of a store. A patient of somebody else is, here already, not found. Start at
 * {@link org.chartroom.patient.application.out.Patients}.
 */
@NullMarked
package org.chartroom.patient.application.out;

import org.jspecify.annotations.NullMarked;
