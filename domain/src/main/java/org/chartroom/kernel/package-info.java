/**
 * Words that belong to no feature and that every feature speaks: how the system refuses, how patient data is kept out
 * of print, what a version is. It refuses to grow: at most twelve types, and none that a single feature could own.
 * Start at {@link org.chartroom.kernel.Refusal} and {@link org.chartroom.kernel.Violations}.
 */
@NullMarked
package org.chartroom.kernel;

import org.jspecify.annotations.NullMarked;
