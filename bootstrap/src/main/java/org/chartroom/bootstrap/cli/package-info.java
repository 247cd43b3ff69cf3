/**
 * The program's commands. Each says what it did and ends with 0, or why not and ends with 1; a slip in its words ends
 * with 2. None but {@code serve} starts the web server. Start at {@link org.chartroom.bootstrap.cli.Chartroom}.
 */
@NullMarked
package org.chartroom.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
