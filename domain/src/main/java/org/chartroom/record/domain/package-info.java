/**
 * The SOAP record of a visit with its symptoms and prescriptions, and the vital signs taken at it: two aggregates, each
 * at most once an appointment. What cannot be true is refused, a figure that is unusual at the patient's age is flagged;
 * nothing else is judged. Start at {@link org.chartroom.record.domain.MedicalRecord}.
 */
@NullMarked
package org.chartroom.record.domain;

import org.jspecify.annotations.NullMarked;
