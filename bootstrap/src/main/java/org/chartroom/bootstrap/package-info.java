/**
 * Where the parts are put together: what the program is configured with, its database, and, until people can sign in,
 * who acts. It holds no rule of the clinic. Start at {@link org.chartroom.bootstrap.ClinicDatabase}.
 */
@NullMarked
package org.chartroom.bootstrap;

import org.jspecify.annotations.NullMarked;
