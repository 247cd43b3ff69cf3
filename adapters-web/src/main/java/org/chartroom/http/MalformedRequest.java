package org.chartroom.http;

/** A request that cannot be read: code {@code malformed-request}. */
public final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * Names the one thing that cannot be read.
     *
     * @param field   name of the parameter or path of the JSON field
     * @param reason  what would be right; never the value itself
     */
    public MalformedRequest(String field, String reason) {
        super(reason);
        this.field = field;
        this.reason = reason;
    }

    String field() {
        return field;
    }

    String reason() {
        return reason;
    }
}
