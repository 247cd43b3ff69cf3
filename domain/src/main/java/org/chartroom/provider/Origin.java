package org.chartroom.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param request of HTTP: its id, which the answer's header {@code X-Request-Id} repeats; null from the command line
 * @param address of the client's machine: an IPv4 or IPv6 literal; null from the command line
 * @param session in which it was made; null before and without sign-in
 */
public record Origin(
        @Nullable UUID request,
        @Nullable String address,
        @Nullable SessionId session) {

    /** Whoever has a shell on the machine. */
    public static final Origin COMMAND_LINE = new Origin(null, null, null);

    /** The same request, once it is known in which session it was made. */
    public Origin in(SessionId known) {
        return new Origin(request, address, known);
    }
}
