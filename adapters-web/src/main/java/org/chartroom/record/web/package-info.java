/**
 * Visits, records with their parts, vital signs, charts and the day's schedule over HTTP: JSON to typed commands and views
 * to JSON; the chart is passed through as the store wrote it. Start at {@code RecordController}.
 */
@NullMarked
package org.chartroom.record.web;

import org.jspecify.annotations.NullMarked;
