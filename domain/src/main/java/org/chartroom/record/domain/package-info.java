/**
 * The SOAP record of a visit with its symptoms and prescriptions, and the vital signs taken at it: two aggregates, each
 * at most once an appointment. What cannot be true is refused, a figure that is unusual at the patient's age is flagged;
 * nothing else is judged. A record tells its digest,
 * which is what a signature is of, and in what two of its states differ. What an AI scribe proposes is an aggregate of its
 * own, {@link org.chartroom.record.domain.Proposal}, and no part of a record before a clinician accepts it. Start at
 * {@link org.chartroom.record.domain.MedicalRecord}.
 */
@NullMarked
package org.chartroom.record.domain;

import org.jspecify.annotations.NullMarked;
