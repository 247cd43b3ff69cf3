/** What planted classes are marked with. */
@NullMarked
package planted.chartroom.kernel;

import org.jspecify.annotations.NullMarked;
