/**
 * That what creates something happens once, however often a client has to ask for it, because an answer was lost on the
 * way. It knows requests and answers, and nothing of what they are about but whose patient it is. Nothing in the house
 * lies to its right. Start at {@link org.chartroom.idempotency.IdempotencyKey}.
 */
@NullMarked
package org.chartroom.idempotency;

import org.jspecify.annotations.NullMarked;
