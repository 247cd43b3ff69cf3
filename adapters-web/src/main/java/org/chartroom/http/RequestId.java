package org.chartroom.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;

/** The id of a request, which its answer carries as {@code X-Request-Id} and the audit trail with its events. */
public final class RequestId {

    static final String ATTRIBUTE = RequestId.class.getName();

    /** What it is called in the log. */
    static final String LOGGED = "requestId";

    public static UUID of(HttpServletRequest request) {
        return (UUID) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "a request that passed no filter");
    }

    private RequestId() {}
}
