/**
 * Providers, their sessions and the hashes of their passwords, as they are kept. No token lies in the database, only its
 * hash. Nothing here leaves the package but through its ports. Start at {@code JdbcProviders} and {@code JdbcSessions}.
 */
@NullMarked
package org.chartroom.provider.persistence;

import org.jspecify.annotations.NullMarked;
