package org.chartroom.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whoever imports, and accepts {@code application/x-ndjson}, how many lines were read so far: <code>{"read": 3000}</code>
 * each thousand. The last line is the answer, as it would be without. Before the first thousand it still has its own status;
 * from then on the status is 200, and a problem tells its own.
 */
@Component
@Order(ProgressFilter.INNERMOST)
class ProgressFilter extends OncePerRequestFilter {

    /** What is refused to whoever has not signed in, and what is told of refusals, is nobody's progress. */
    static final int INNERMOST = 1;

    private static final int EVERY = 1_000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return !RequestFilter.isImport(request) || accepted == null || !accepted.contains(Lines.NDJSON.toString());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Counted(request, response), new Last(response));
    }

    /** Whoever answers does so in JSON, of which a line is one. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final HttpServletResponse response;

        Counted(HttpServletRequest request, HttpServletResponse response) {
            super(request);
            this.response = response;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT) ? MediaType.APPLICATION_JSON_VALUE : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT)
                    ? Collections.enumeration(Collections.singleton(MediaType.APPLICATION_JSON_VALUE))
                    : super.getHeaders(name);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Body(super.getInputStream(), response);
        }
    }

    private static final class Body extends ServletInputStream {

        private final ServletInputStream body;
        private final HttpServletResponse response;
        private long read;
        private long told;

        Body(ServletInputStream body, HttpServletResponse response) {
            this.body = body;
            this.response = response;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            if (next == '\n') read++;
            tell();
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var n = body.read(buffer, offset, length);
            for (var i = offset; i < offset + n; i++) if (buffer[i] == '\n') read++;
            tell();
            return n;
        }

        private void tell() throws IOException {
            if (read - told < EVERY) return;
            told = read - read % EVERY;
            response.setContentType(Lines.NDJSON.toString());
            response.getOutputStream().write(("{\"read\":" + told + "}\n").getBytes(StandardCharsets.US_ASCII));
            response.flushBuffer();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }

    /** Once something was told, status and headers are; the container leaves them as they are, and takes the body. */
    private static final class Last extends HttpServletResponseWrapper {

        Last(HttpServletResponse response) {
            super(response);
        }

        @Override
        public boolean isCommitted() {
            return false;
        }

        @Override
        public void reset() {
            if (!super.isCommitted()) super.reset();
        }

        @Override
        public void resetBuffer() {
            if (!super.isCommitted()) super.resetBuffer();
        }

        /** What was told already is not what whoever answers has to write. */
        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isType(name) ? null : super.getHeader(name);
        }

        @Override
        public Collection<String> getHeaders(String name) {
            return isType(name) ? List.of() : super.getHeaders(name);
        }

        @Override
        public boolean containsHeader(String name) {
            return !isType(name) && super.containsHeader(name);
        }

        @Override
        public void setContentType(@Nullable String type) {
            super.setContentType(asLine(type));
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            super.setHeader(name, isType(name) ? asLine(value) : value);
        }

        @Override
        public void addHeader(String name, @Nullable String value) {
            super.addHeader(name, isType(name) ? asLine(value) : value);
        }

        private static boolean isType(String header) {
            return header.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
        }

        private static @Nullable String asLine(@Nullable String type) {
            return MediaType.APPLICATION_JSON_VALUE.equals(type) ? Lines.NDJSON.toString() : type;
        }
    }
}
