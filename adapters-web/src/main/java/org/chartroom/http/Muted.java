package org.chartroom.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.Writer;
import org.springframework.http.HttpHeaders;

/** Takes status and headers, and leaves the body away. */
final class Muted extends HttpServletResponseWrapper {

    Muted(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {

            @Override
            public void write(int b) {
                // left away
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("nothing is written");
            }
        };
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(Writer.nullWriter());
    }

    @Override
    public void addHeader(String name, String value) {
        if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) super.addHeader(name, value);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) super.setHeader(name, value);
    }

    @Override
    public void setContentLength(int length) {
        // of what is left away
    }

    @Override
    public void setContentLengthLong(long length) {
        // of what is left away
    }

    @Override
    public void flushBuffer() {
        // nothing of it yet
    }
}
