package org.chartroom.idempotency.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.chartroom.http.Lines;
import org.chartroom.http.MalformedRequest;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.application.Idempotency;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Has a {@code POST} with an {@code Idempotency-Key} done in the transaction that remembers its answer. The answer is held
 * back until that is committed: nobody is told of what might still be undone.
 */
@Component
@Order(IdempotencyFilter.BEHIND_SIGN_IN)
class IdempotencyFilter extends OncePerRequestFilter {

    /** Spring Security's filters stand at -100, whoever records refusals right behind them. */
    static final int BEHIND_SIGN_IN = 0;

    private static final String HEADER = "Idempotency-Key";

    /** Told to the client by these; what else the answer carries belongs to the request and not to what it created. */
    private static final List<String> TOLD = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final Idempotency idempotency;

    IdempotencyFilter(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    /**
     * Signing in and out creates nothing that a second try would create again, nor does signing a record; and each looks at
     * a password, for which no transaction waits. Nor does an import, which knows its patients again; its body is not kept.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || request.getServletPath().startsWith("/api/auth/")
                || request.getServletPath().endsWith("/signature")
                || request.getServletPath().equals(Lines.IMPORT)
                || !(request.getAttribute(Actor.class.getName()) instanceof Actor);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var by = (Actor) request.getAttribute(Actor.class.getName());
        var body = StreamUtils.copyToByteArray(request.getInputStream());
        var held = new ContentCachingResponseWrapper(response);
        try {
            idempotency
                    .once(by, key(request), fingerprint(request, body), () -> answered(request, body, held, chain))
                    .ifPresent(earlier -> tell(earlier, held));
        } catch (Failed failed) {
            if (failed.getCause() instanceof IOException cause) throw cause;
            if (failed.getCause() instanceof ServletException cause) throw cause;
            // else the answer that is held back says what was wrong
        } catch (RuntimeException undone) {
            held.resetBuffer();
            for (var name : TOLD) response.setHeader(name, null);
            throw undone;
        }
        held.copyBodyToResponse();
    }

    /** @throws Failed for any answer but a success, so that nothing of it is kept */
    private static Optional<Answer> answered(
            HttpServletRequest request, byte[] body, ContentCachingResponseWrapper response, FilterChain chain) {
        try {
            chain.doFilter(new ReadBody(request, body), response);
        } catch (IOException | ServletException e) {
            throw new Failed(e);
        }
        if (response.getStatus() / 100 != 2) throw new Failed(null);
        var location = response.getHeader(HttpHeaders.LOCATION);
        if (location == null) return Optional.empty();
        return Optional.of(new Answer(
                response.getStatus(),
                location,
                response.getHeader(HttpHeaders.ETAG),
                new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)));
    }

    private static void tell(Answer earlier, HttpServletResponse response) {
        response.setStatus(earlier.status());
        response.setHeader(HttpHeaders.LOCATION, earlier.location());
        if (earlier.etag() != null) response.setHeader(HttpHeaders.ETAG, earlier.etag());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try {
            response.getOutputStream().write(earlier.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IdempotencyKey key(HttpServletRequest request) {
        var value = request.getHeader(HEADER);
        if (!IdempotencyKey.isAcceptable(value))
            throw new MalformedRequest(HEADER, "must be 1 to 128 visible ASCII characters");
        return new IdempotencyKey(value);
    }

    private static Fingerprint fingerprint(HttpServletRequest request, byte[] body) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            var query = request.getQueryString();
            var head = request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + query) + "\n";
            sha256.update(head.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(sha256.digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** There was no success to remember. */
    private static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failed(@Nullable Exception cause) {
            super(null, cause, false, false);
        }
    }
}
