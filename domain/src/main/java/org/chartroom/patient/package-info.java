/**
 * Whom the clinic treats, as other features see them: ids, and what may be asked of a patient as a whole. What is
 * known of a patient stays inside the feature. Start at {@link org.chartroom.patient.PatientDirectory}.
 */
@NullMarked
package org.chartroom.patient;

import org.jspecify.annotations.NullMarked;
