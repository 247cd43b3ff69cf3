/** Where a planted class must not look. */
@NullMarked
package planted.chartroom.bootstrap;

import org.jspecify.annotations.NullMarked;
