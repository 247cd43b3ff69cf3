package org.chartroom.audit.domain;

/** That an event was sealed, and as what: enough to find it changed, and to find it gone. */
public record SealedEvent(long id, Hash digest) {}
