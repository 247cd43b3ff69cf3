/** A part of bootstrap that has no business with the database. */
@NullMarked
package planted.chartroom.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
