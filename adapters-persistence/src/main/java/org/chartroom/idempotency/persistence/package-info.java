/**
 * Remembered answers in PostgreSQL. Start at {@code JdbcRememberedAnswers}.
 */
@NullMarked
package org.chartroom.idempotency.persistence;

import org.jspecify.annotations.NullMarked;
