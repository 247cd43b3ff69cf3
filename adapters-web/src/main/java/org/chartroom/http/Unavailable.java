package org.chartroom.http;

/** Nothing can be answered at the moment: code {@code temporarily-unavailable}. The reason is shown. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public Unavailable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
