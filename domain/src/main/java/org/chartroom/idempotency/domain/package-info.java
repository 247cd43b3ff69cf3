/**
 * What is remembered of a request, and what a key is refused for. Failures are nothing to remember. Start at
 * {@link org.chartroom.idempotency.domain.RememberedAnswer}.
 */
@NullMarked
package org.chartroom.idempotency.domain;

import org.jspecify.annotations.NullMarked;
