/**
 * Visits, records and charts over HTTP: JSON to typed commands and views to JSON; the chart is passed through as the store
 * wrote it. Start at {@code ChartController}.
 */
@NullMarked
package org.chartroom.record.web;

import org.jspecify.annotations.NullMarked;
