/**
 * What every controller shares and no feature owns: problems, entity tags, pages, how JSON is read. It knows no feature,
 * and alone in the product it names error statuses. Start at {@code ProblemAdvice}.
 */
@NullMarked
package org.chartroom.http;

import org.jspecify.annotations.NullMarked;
