package org.chartroom.audit.domain;

import java.time.Instant;

/**
 * What is written of a seal outside the database, so that not even the whole chain can be rewritten unnoticed.
 *
 * @param number     1, 2, 3, …
 * @param firstEvent the first number that it covers, whether or not there is an event of that number
 * @param lastEvent  the last number that it covers
 * @param sealedAt   UTC, whole microseconds
 */
public record SealHead(long number, long firstEvent, long lastEvent, Instant sealedAt, Hash hash) {}
