/** A feature that goes in a circle with the ward. */
@NullMarked
package planted.chartroom.pharmacy;

import org.jspecify.annotations.NullMarked;
