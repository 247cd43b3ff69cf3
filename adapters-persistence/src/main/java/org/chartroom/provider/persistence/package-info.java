/**
 * Providers in PostgreSQL. Nothing here leaves the package but through its port. Start at {@code JdbcProviders}.
 */
@NullMarked
package org.chartroom.provider.persistence;

import org.jspecify.annotations.NullMarked;
