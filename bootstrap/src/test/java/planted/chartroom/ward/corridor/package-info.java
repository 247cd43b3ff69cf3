/** No layer of the house. */
@NullMarked
package planted.chartroom.ward.corridor;

import org.jspecify.annotations.NullMarked;
