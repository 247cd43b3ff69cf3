/**
 * The SOAP record of a visit with its symptoms and prescriptions, and the vital signs taken at it: two aggregates, each
 * at most once an appointment. They do not judge what is clinically sensible, only what cannot be true. Start at
 * {@link org.chartroom.record.domain.MedicalRecord}.
 */
@NullMarked
package org.chartroom.record.domain;

import org.jspecify.annotations.NullMarked;
