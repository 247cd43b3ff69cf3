/**
 * The OpenAPI document, made from the handlers and the records that they take and answer; what these do not say (a
 * summary, an example, which conflicts there are) stands in {@code operations.yaml},
 * examples of answers in {@code examples.yaml}. Start at {@code ApiDocument}.
 */
@NullMarked
package org.chartroom.http.openapi;

import org.jspecify.annotations.NullMarked;
