/**
 * Doing what is asked for once, and telling the first answer again. It opens the transaction in which the thing is created
 * and the answer remembered, so that neither is kept without the other. Start at
 * {@link org.chartroom.idempotency.application.Idempotency}.
 */
@NullMarked
package org.chartroom.idempotency.application;

import org.jspecify.annotations.NullMarked;
