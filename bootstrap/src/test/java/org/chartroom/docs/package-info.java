/**
 * The documents that are written from the product: each is compared with what is committed, and written anew when somebody
 * says so. Start at {@link org.chartroom.docs.Document}.
 */
@NullMarked
package org.chartroom.docs;

import org.jspecify.annotations.NullMarked;
