/**
 * What holds between the parts of the house: which feature may use which, which layer may see which, and what no class
 * may do. Every rule says why it is there and what to do instead, and has a planted violation that it must catch, under
 * {@code planted.chartroom}. Start at {@link org.chartroom.architecture.HouseRules}.
 */
@NullMarked
package org.chartroom.architecture;

import org.jspecify.annotations.NullMarked;
