package org.chartroom.provider.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.chartroom.provider.application.SignIn;

/** Swallows whatever is written to somebody who turns out not to be signed in. */
final class AnswerToAdmitted extends HttpServletResponseWrapper {

    private final SignIn.Admission admission;

    AnswerToAdmitted(HttpServletResponse response, SignIn.Admission admission) {
        super(response);
        this.admission = admission;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return admission.stands() ? super.getOutputStream() : new Nowhere();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return admission.stands() ? super.getWriter() : new PrintWriter(Writer.nullWriter());
    }

    @Override
    public void flushBuffer() throws IOException {
        if (admission.stands()) super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        if (admission.stands()) super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (admission.stands()) super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (admission.stands()) super.sendRedirect(location);
    }

    @Override
    public void setContentLength(int length) {
        if (admission.stands()) super.setContentLength(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (admission.stands()) super.setContentLengthLong(length);
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
