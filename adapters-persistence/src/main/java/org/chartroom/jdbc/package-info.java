/**
 * What every repository shares and no feature owns: the names of broken constraints, Java's types in columns, the
 * versions of the schema. It knows no table of a feature. Start at {@link org.chartroom.jdbc.Constraints}.
 */
@NullMarked
package org.chartroom.jdbc;

import org.jspecify.annotations.NullMarked;
