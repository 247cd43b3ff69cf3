package org.chartroom.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * A request whose body is read up to 2 MiB and no further, whether its length was told before or not, and no longer than
 * 15 seconds, however steadily a byte comes now and then.
 */
final class BoundedBody extends HttpServletRequestWrapper {

    private static final int LIMIT = 2 * 1024 * 1024;
    private static final long NANOSECONDS = TimeUnit.SECONDS.toNanos(15);

    private BoundedBody(HttpServletRequest request) {
        super(request);
    }

    /** @throws TooLarge when the request itself says that its body is */
    static HttpServletRequest of(HttpServletRequest request) {
        if (request.getContentLengthLong() > LIMIT) throw new TooLarge();
        return new BoundedBody(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    /** Would go around the limit; nobody reads a body as characters. */
    @Override
    public BufferedReader getReader() {
        throw new UnsupportedOperationException("read the bytes");
    }

    /** The body is over the limit: code {@code too-large}. Unchecked, so that no parser takes it for a slip of syntax. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** The body did not come in time. Unchecked for the same reason. */
    static final class TooSlow extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Counted extends ServletInputStream {

        private final long begin = System.nanoTime();
        private final ServletInputStream body;
        private int read;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n;
            try {
                n = body.read(buffer, offset, length);
            } catch (SocketTimeoutException silence) {
                throw new TooSlow();
            }
            read += Math.max(0, n);
            if (read > LIMIT) throw new TooLarge();
            if (System.nanoTime() - begin > NANOSECONDS) throw new TooSlow();
            return n;
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
}
