package org.chartroom.kernel;

import java.util.UUID;

/** Makes the ids of new things: UUID version 7 (RFC 9562), later ones greater, so that they land at an index's end. */
@FunctionalInterface
public interface IdGenerator {

    UUID next();
}
