package org.chartroom.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chartroom.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * A body of lines, each of which is JSON of its own ({@code application/x-ndjson}), read as it arrives and not kept. A line
 * that cannot be read does not keep the others from being read. Blank lines are skipped, but counted.
 */
public final class Lines<T> {

    public static final MediaType NDJSON = new MediaType("application", "x-ndjson");

    /** Where charts are imported; the one path whose body may be of any length. */
    public static final String IMPORT = "/api/import/charts";

    /** Most bytes of a line. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private final HttpInputMessage message;
    private final InputStream body;
    private final ObjectReader json;

    Lines(HttpInputMessage message, ObjectReader json) throws IOException {
        this.message = message;
        this.body = message.getBody();
        this.json = json;
    }

    /** Read once; breaks off as an unreadable body when the client does. */
    public Stream<Line<T>> stream() {
        return StreamSupport.stream(new Reader(), false);
    }

    /**
     * One line.
     *
     * @param number from 1
     * @param value  null when it could not be read
     * @param wrong  why not
     */
    public record Line<T>(
            int number, @Nullable T value, @Nullable Violation wrong) {}

    private final class Reader extends Spliterators.AbstractSpliterator<Line<T>> {

        private final byte[] chunk = new byte[64 * 1024];
        private int at;
        private int filled;
        private int number;

        Reader() {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
        }

        @Override
        public boolean tryAdvance(Consumer<? super Line<T>> next) {
            try {
                for (var bytes = bytes(); bytes != null; bytes = bytes()) {
                    number++;
                    if (isBlank(bytes)) continue;
                    next.accept(line(bytes));
                    return true;
                }
                return false;
            } catch (IOException brokenOff) {
                throw new HttpMessageNotReadableException("broken off", brokenOff, message);
            }
        }

        private Line<T> line(byte[] bytes) {
            if (bytes.length > LONGEST)
                return new Line<>(number, null, new Violation("", "too-long", "a line has at most 16 MiB"));
            try {
                T value = json.readValue(bytes);
                return value == null
                        ? new Line<>(number, null, new Violation("", "malformed", "must be an object"))
                        : new Line<>(number, value, null);
            } catch (JacksonException e) {
                return new Line<>(number, null, UnreadableJson.violation(e));
            }
        }

        /** The next line without its end; null behind the last. Of one that is too long only so much that it can be told. */
        private byte @Nullable [] bytes() throws IOException {
            var line = new ByteArrayOutputStream();
            var begun = false;
            while (at < filled || fill()) {
                begun = true;
                var end = at;
                while (end < filled && chunk[end] != '\n') end++;
                line.write(chunk, at, Math.min(end - at, LONGEST + 1 - line.size()));
                at = end + 1;
                if (end < filled) break;
            }
            return begun ? line.toByteArray() : null;
        }

        private boolean fill() throws IOException {
            at = 0;
            filled = body.read(chunk);
            return filled > 0;
        }

        private static boolean isBlank(byte[] line) {
            for (var b : line) if (b != ' ' && b != '\t' && b != '\r') return false;
            return true;
        }
    }
}
