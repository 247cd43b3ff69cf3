/**
 * The patient with allergies and chronic conditions, one aggregate: its values make impossible what the clinic must not
 * store. It knows nothing of appointments. Start at {@link org.chartroom.patient.domain.Patient}.
 */
@NullMarked
package org.chartroom.patient.domain;

import org.jspecify.annotations.NullMarked;
