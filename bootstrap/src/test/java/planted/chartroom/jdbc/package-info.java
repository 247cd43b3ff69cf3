/** A library that looks where it must not. */
@NullMarked
package planted.chartroom.jdbc;

import org.jspecify.annotations.NullMarked;
