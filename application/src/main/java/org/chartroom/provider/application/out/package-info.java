/**
 * What the provider feature needs of a store, of a password's hash and of chance. It never hands a password hash to
 * anyone who shows things. Start at {@link org.chartroom.provider.application.out.Providers}.
 */
@NullMarked
package org.chartroom.provider.application.out;

import org.jspecify.annotations.NullMarked;
