/** Planted violations. */
@NullMarked
package planted.chartroom.ward.application;

import org.jspecify.annotations.NullMarked;
