/**
 * The header {@code Idempotency-Key}: stands before every handler, so that none has to know of it. Start at
 * {@code IdempotencyFilter}.
 */
@NullMarked
package org.chartroom.idempotency.web;

import org.jspecify.annotations.NullMarked;
