/**
 * Whom the clinic treats, as other features see them: ids only. What is known of a patient stays inside the feature.
 * Start at {@link org.chartroom.patient.PatientId}.
 */
@NullMarked
package org.chartroom.patient;

import org.jspecify.annotations.NullMarked;
