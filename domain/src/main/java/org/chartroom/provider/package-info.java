/**
 * Who works at the clinic, as other features see them: an id and the actor of a request. It refuses to tell anything
 * else of a provider. Start at {@link org.chartroom.provider.Actor}.
 */
@NullMarked
package org.chartroom.provider;

import org.jspecify.annotations.NullMarked;
