/** A feature that is on no map. */
@NullMarked
package planted.chartroom.cellar;

import org.jspecify.annotations.NullMarked;
