/**
 * What was found and done at a visit, as other features see it: ids, and which figures are usual at which age. No word of a
 * record is told here. Start at {@link org.chartroom.record.RecordDirectory}.
 */
@NullMarked
package org.chartroom.record;

import org.jspecify.annotations.NullMarked;
