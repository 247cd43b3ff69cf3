package org.chartroom.provider.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.chartroom.provider.application.SignIn;
import org.chartroom.provider.domain.ProviderRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Swallows whatever is written to somebody who turns out not to be signed in, or of whom that cannot be found out. That the
 * server has failed may be told to anybody.
 */
final class AnswerToAdmitted extends HttpServletResponseWrapper {

    private final SignIn.Admission admission;
    private @Nullable RuntimeException unknown;

    AnswerToAdmitted(HttpServletResponse response, SignIn.Admission admission) {
        super(response);
        this.admission = admission;
    }

    private boolean mayBeShown() {
        if (getStatus() >= SC_INTERNAL_SERVER_ERROR) return true;
        if (unknown != null) return false;
        try {
            return admission.stands();
        } catch (RuntimeException failure) {
            unknown = failure;
            return false;
        }
    }

    /** To be asked at the end. Throws why what was written was swallowed, if it was. */
    void finish() {
        if (mayBeShown()) return;
        resetBuffer();
        throw unknown == null ? ProviderRefusal.notSignedIn() : unknown;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return mayBeShown() ? super.getOutputStream() : new Nowhere();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return mayBeShown() ? super.getWriter() : new PrintWriter(Writer.nullWriter());
    }

    @Override
    public void flushBuffer() throws IOException {
        if (mayBeShown()) super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        if (mayBeShown()) super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (mayBeShown()) super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (mayBeShown()) super.sendRedirect(location);
    }

    @Override
    public void setContentLength(int length) {
        if (mayBeShown()) super.setContentLength(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (mayBeShown()) super.setContentLengthLong(length);
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int b) {}

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("not asynchronous");
        }
    }
}
