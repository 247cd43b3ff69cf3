package org.chartroom.bootstrap;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Times every request, by method, template of the route, and status; of what somebody sent nothing is in these. A valve,
 * because the container alone sees each answer as it is in the end; Spring's observation of a request would allocate
 * more than a tenth of what the request does.
 */
final class RequestTimes extends ValveBase {

    /** What a method is called that HTTP does not have: anybody can send any. */
    private static final String OTHER = "OTHER";

    /** The route of what is refused before one is looked for, or leads nowhere. */
    private static final String NONE = "NONE";

    private static final Set<String> METHODS =
            Stream.of(HttpMethod.values()).map(HttpMethod::name).collect(toUnmodifiableSet());

    private static final Duration[] BUCKETS = IntStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry registry) {
        super(true);
        this.registry = registry;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var begun = System.nanoTime();
        try {
            getNext().invoke(request, response);
        } finally {
            timers.computeIfAbsent(Kind.of(request, response), this::timer)
                    .record(System.nanoTime() - begun, NANOSECONDS);
        }
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests that were answered")
                .tags("method", kind.method, "uri", kind.route, "status", Integer.toString(kind.status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private record Kind(String method, String route, int status) {

        static Kind of(Request request, Response response) {
            var method = request.getMethod(); // there is none in what is no request
            var ownRoute =
                    request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null; // else of the page of errors
            return new Kind(
                    method != null && METHODS.contains(method) ? method : OTHER,
                    ownRoute
                                    && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                                            instanceof String route
                            ? route
                            : NONE,
                    response.getStatus());
        }
    }
}
