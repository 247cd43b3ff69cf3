/**
 * Patients with their allergies and chronic conditions in PostgreSQL; every statement carries whose patient it is. Nothing
 * here leaves the package but through its ports. Start at {@code JdbcPatients}.
 */
@NullMarked
package org.chartroom.patient.persistence;

import org.jspecify.annotations.NullMarked;
