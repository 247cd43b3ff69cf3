/** A feature whose every class breaks a rule of the house, each one the rule that it names. */
@NullMarked
package planted.chartroom.ward;

import org.jspecify.annotations.NullMarked;
