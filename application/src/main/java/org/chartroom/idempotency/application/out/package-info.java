/**
 * What the idempotency feature needs of a store. Start at
 * {@link org.chartroom.idempotency.application.out.RememberedAnswers}.
 */
@NullMarked
package org.chartroom.idempotency.application.out;

import org.jspecify.annotations.NullMarked;
