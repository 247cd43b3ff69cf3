package org.chartroom.bootstrap;

/** A setting that cannot be worked with; the message says which, and what would do. */
public final class RefusedSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedSetting(String message) {
        super(message);
    }
}
