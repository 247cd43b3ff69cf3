/** Planted violations. */
@NullMarked
package planted.chartroom.ward.web;

import org.jspecify.annotations.NullMarked;
