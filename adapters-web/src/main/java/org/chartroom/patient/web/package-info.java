/**
 * Patients over HTTP: JSON to typed commands and views to JSON, nothing more. Start at {@code PatientController}.
 */
@NullMarked
package org.chartroom.patient.web;

import org.jspecify.annotations.NullMarked;
