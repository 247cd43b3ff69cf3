package org.chartroom.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chartroom.kernel.IdGenerator;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * The outermost filter: gives the request its id, and every line that is logged meanwhile, bounds its body, has its answer
 * go whole, and has {@link ProblemAdvice} tell what the filters within refuse, as it tells what a controller refuses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Request-Id";

    private final IdGenerator ids;
    private final HandlerExceptionResolver problems;

    RequestFilter(IdGenerator ids, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.ids = ids;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = ids.next();
        request.setAttribute(RequestId.ATTRIBUTE, id);
        var written = id.toString();
        response.setHeader(HEADER, written);
        MDC.put(RequestId.LOGGED, written);
        var importing = isImport(request);
        var answer = importing ? response : new WholeAnswer(response);
        try {
            var bounded = importing ? request : BoundedBody.of(request);
            readParameters(bounded);
            chain.doFilter(bounded, answer);
        } catch (ServletException | RuntimeException refused) {
            if (answer.isCommitted() || problems.resolveException(request, answer, null, refused) == null)
                throw refused;
        } finally {
            MDC.remove(RequestId.LOGGED);
        }
    }

    /** The one body that is read line by line, each line bounded, and kept by nobody who reads it; its progress is told. */
    static boolean isImport(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getServletPath().equals(Lines.IMPORT);
    }

    /** Here, since the container tells of what cannot be read by whoever asks first, as if the server had failed. */
    private static void readParameters(HttpServletRequest request) {
        try {
            request.getParameterNames();
        } catch (IllegalStateException unreadable) {
            throw new MalformedRequest("parameters", "must be percent-encoded UTF-8");
        }
    }
}
