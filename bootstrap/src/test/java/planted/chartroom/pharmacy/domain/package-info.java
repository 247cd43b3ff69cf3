/** A feature that reaches into the ward's domain. */
@NullMarked
package planted.chartroom.pharmacy.domain;

import org.jspecify.annotations.NullMarked;
