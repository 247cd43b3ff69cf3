/**
 * Looking at the clinic's tables: what there is, the rows that the reader may see, a patient's chart, and what the indexes
 * do. Nothing is changed here, and each view leaves its event. Start at {@link org.chartroom.studio.application.RowReview}.
 */
@NullMarked
package org.chartroom.studio.application;

import org.jspecify.annotations.NullMarked;
