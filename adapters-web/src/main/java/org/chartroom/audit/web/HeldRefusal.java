package org.chartroom.audit.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Keeps whoever writes a refusal from sending it off at once: a problem fits the container's buffer, and goes when the
 * request ends, after the trail was told. Its length is the container's to say, which takes an answer for complete, and
 * sends it, as soon as so many bytes are written.
 */
final class HeldRefusal extends HttpServletResponseWrapper {

    HeldRefusal(HttpServletResponse response) {
        super(response);
    }

    private boolean isRefusal() {
        return getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isRefusal()) super.flushBuffer();
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!isRefusal()) super.setContentLengthLong(length);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        var body = super.getOutputStream();
        return new ServletOutputStream() {

            @Override
            public void write(int b) throws IOException {
                body.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                body.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                if (!isRefusal()) body.flush();
            }

            @Override
            public void close() throws IOException {
                if (!isRefusal()) body.close();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                body.setWriteListener(listener);
            }
        };
    }
}
