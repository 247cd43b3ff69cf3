/** Planted violations, and the innocent {@link planted.chartroom.ward.domain.Bed} they need. */
@NullMarked
package planted.chartroom.ward.domain;

import org.jspecify.annotations.NullMarked;
