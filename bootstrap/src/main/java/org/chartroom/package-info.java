/**
 * The clinic's back end as one program. Each package below is a feature, a word that all features share, or, in
 * {@code bootstrap}, what puts them together. Start at {@link org.chartroom.ChartroomApplication}.
 */
@NullMarked
package org.chartroom;

import org.jspecify.annotations.NullMarked;
