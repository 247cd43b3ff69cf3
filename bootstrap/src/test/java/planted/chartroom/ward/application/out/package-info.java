/** Planted violations. */
@NullMarked
package planted.chartroom.ward.application.out;

import org.jspecify.annotations.NullMarked;
