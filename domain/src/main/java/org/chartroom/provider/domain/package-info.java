/**
 * The provider as the rules see one: who treats patients and signs in. How passwords are hashed is not its business.
 * Start at {@link org.chartroom.provider.domain.Provider}.
 */
@NullMarked
package org.chartroom.provider.domain;

import org.jspecify.annotations.NullMarked;
