/**
 * Records, vital signs, signatures and whole charts in PostgreSQL, as they are and as they were; every statement carries whose patient it is about. Nothing here
 * leaves the package but through its ports. Start at {@code JdbcCharts}, which reads a chart in one statement.
 */
@NullMarked
package org.chartroom.record.persistence;

import org.jspecify.annotations.NullMarked;
