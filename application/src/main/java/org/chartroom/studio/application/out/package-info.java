/**
 * What the studio needs of a store: rows, and what the store says of itself. A row of a patient whom the actor does not see
 * is, here already, not found. Start at {@link org.chartroom.studio.application.out.TableRows}.
 */
@NullMarked
package org.chartroom.studio.application.out;

import org.jspecify.annotations.NullMarked;
