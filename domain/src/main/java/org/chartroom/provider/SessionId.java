package org.chartroom.provider;

import java.util.UUID;

/** Identity of one session: what lasts from a sign-in to its end. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
