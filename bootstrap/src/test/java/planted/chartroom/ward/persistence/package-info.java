/** Planted violations, and the innocent {@code JdbcBeds} they need. */
@NullMarked
package planted.chartroom.ward.persistence;

import org.jspecify.annotations.NullMarked;
