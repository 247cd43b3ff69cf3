/**
 * What was found and done at a visit, as other features see it: ids only; nothing in the house lies to its right.
 * Start at {@link org.chartroom.record.MedicalRecordId}.
 */
@NullMarked
package org.chartroom.record;

import org.jspecify.annotations.NullMarked;
