/**
 * What holds between the parts of the house: which feature may use which, which layer may see which, and what no class
 * may do. Every rule says why it is there and what to do instead, and must catch what is planted against it: classes
 * under {@code planted.chartroom}, and the product's own with their bytes changed. Start at
 * {@link org.chartroom.architecture.RuleBook}.
 */
@NullMarked
package org.chartroom.architecture;

import org.jspecify.annotations.NullMarked;
