/**
 * The studio's pages: a map of the tables, their rows, charts, and what the indexes do, drawn here and sent as HTML. It
 * changes nothing, and scripts are none of its business beyond two small comforts. Start at {@code StudioController}.
 */
@NullMarked
package org.chartroom.studio.web;

import org.jspecify.annotations.NullMarked;
