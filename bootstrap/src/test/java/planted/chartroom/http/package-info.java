/** A library that looks where it must not. */
@NullMarked
package planted.chartroom.http;

import org.jspecify.annotations.NullMarked;
