/**
 * The clinic's tables, to look at, as other features see them: not at all, since nothing stands to the right of what shows
 * everything. Start at {@link org.chartroom.studio.RowId}.
 */
@NullMarked
package org.chartroom.studio;

import org.jspecify.annotations.NullMarked;
