/**
 * Signing in, and a provider's own account, over HTTP; and the one place that says which routes are open to whom. It
 * hands an {@code Actor} to whoever asks for one and refuses everybody else. Start at {@code SecurityConfiguration}.
 */
@NullMarked
package org.chartroom.provider.web;

import org.jspecify.annotations.NullMarked;
