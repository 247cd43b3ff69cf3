package org.chartroom.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * Has an answer sent when it is whole, in one piece and with its length. Spring flushes one with headers of its own before
 * the container ends it: the end would be a chunk and a packet by itself, for which client and server have to wake up. None
 * for whoever is told of progress meanwhile.
 */
public final class WholeAnswer extends HttpServletResponseWrapper {

    /** So many bytes of an answer wait for its end; a page of 25 patients has 15,000. What is longer goes in chunks. */
    public static final int BYTES = 16_384;

    WholeAnswer(HttpServletResponse response) {
        super(response);
        setBufferSize(BYTES);
    }

    @Override
    public void flushBuffer() {}
}
