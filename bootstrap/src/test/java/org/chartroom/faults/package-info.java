/**
 * What happens when things break: the application and its database are killed, cut off, filled up and overrun while clients
 * write, and afterwards everything that was acknowledged is there once. {@link org.chartroom.faults.Ledger} is the clients'
 * memory, {@link org.chartroom.faults.Oracle} compares it with the database, {@link org.chartroom.faults.Figures} keeps what
 * was measured. In {@code verify} each fault happens once or a few times, in {@code .ci/faults} as often as
 * {@code docs/reliability.md} says.
 */
@NullMarked
package org.chartroom.faults;

import org.jspecify.annotations.NullMarked;
