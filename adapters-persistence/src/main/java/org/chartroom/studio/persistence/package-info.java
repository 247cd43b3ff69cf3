/**
 * Rows of the nine tables and what PostgreSQL says of itself, for the studio. Statements are put together of the constants of a
 * closed list, each says whose rows it may show, and no password hash is in any of them. Start at
 * {@code JdbcTableRows}.
 */
@NullMarked
package org.chartroom.studio.persistence;

import org.jspecify.annotations.NullMarked;
