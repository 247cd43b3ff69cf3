package org.chartroom.record;

import java.util.UUID;

/** Identity of one thing that an AI scribe proposed. */
public record ProposalId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
