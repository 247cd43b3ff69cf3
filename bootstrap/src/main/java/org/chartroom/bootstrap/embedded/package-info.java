/**
 * A real PostgreSQL that needs no set-up: its programs come out of Maven dependencies, its data stays in the clinic's
 * home directory. It is meant to be trusted with records, so every acknowledged write is on disk, nobody connects
 * without the home's secret, and one home never has two servers. It refuses to listen beyond this machine, to upgrade
 * data of another PostgreSQL, and to know Spring: commands use it without a context.
 * Start at {@link org.chartroom.bootstrap.embedded.EmbeddedPostgres#start}.
 */
@NullMarked
package org.chartroom.bootstrap.embedded;

import org.jspecify.annotations.NullMarked;
