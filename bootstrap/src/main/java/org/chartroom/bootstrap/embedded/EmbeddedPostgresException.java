package org.chartroom.bootstrap.embedded;

import org.jspecify.annotations.Nullable;

/** The server cannot run, or cannot be backed up or restored. The message is for the person at the terminal: what is wrong, where, and what to do. */
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        this(message, null);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
