/**
 * Where the parts are put together: what the program is configured with, its database, and what it does by itself
 * while it serves. It holds no rule of the clinic. Start at {@link org.chartroom.bootstrap.ClinicDatabase}.
 */
@NullMarked
package org.chartroom.bootstrap;

import org.jspecify.annotations.NullMarked;
