/**
 * What the record feature needs of a store. A record of somebody else's patient is, here already, not found. Start at
 * {@link org.chartroom.record.application.out.MedicalRecords}.
 */
@NullMarked
package org.chartroom.record.application.out;

import org.jspecify.annotations.NullMarked;
