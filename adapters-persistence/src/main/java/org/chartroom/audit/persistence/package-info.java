/**
 * The audit trail in PostgreSQL. The application's role only adds to it; what reads all of it, and seals it, works by
 * {@code AuditorJdbc} as a role of its own. Start at {@code JdbcAuditEvents}.
 */
@NullMarked
package org.chartroom.audit.persistence;

import org.jspecify.annotations.NullMarked;
