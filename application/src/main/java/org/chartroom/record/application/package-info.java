/**
 * What clinicians write and read: a whole visit in one transaction, a record or its parts, vital signs, a whole chart in
 * one read, what was known before and when, how a record is signed and added to, what is still to be done, and how all of
 * it goes with its patient. It asks the appointment feature to hold an appointment, to complete a
 * visit or to remove one that nothing was written of, the patient feature to remove a patient, and the provider feature
 * to ask for a password once more, and never does so itself. Start at
 * {@link org.chartroom.record.application.Charting}.
 */
@NullMarked
package org.chartroom.record.application;

import org.jspecify.annotations.NullMarked;
