package org.chartroom.audit.domain;

import java.time.Instant;
import java.util.UUID;

public final class AuditFixtures {

    public static final Instant MORNING = Instant.parse("2030-03-04T08:00:00.000001Z");

    /** An event with every component filled. */
    public static StoredEvent event(long id) {
        return new StoredEvent(
                id,
                MORNING.plusSeconds(id),
                "read",
                "chart",
                new UUID(1, id),
                new UUID(1, id),
                new UUID(2, 7),
                new UUID(3, id),
                new UUID(4, id),
                "203.0.113.7",
                "success");
    }

    /** An event with nothing that may be left out. */
    public static StoredEvent bareEvent(long id) {
        return new StoredEvent(
                id,
                MORNING.plusSeconds(id),
                "create",
                "session",
                null,
                null,
                null,
                null,
                null,
                null,
                "unauthenticated");
    }

    private AuditFixtures() {}
}
