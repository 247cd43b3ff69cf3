package org.chartroom.record.domain;

import java.util.Locale;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;

/**
 * A stretch of two states of a text: all stretches but the inserted ones make up the former, all but the deleted ones the
 * latter.
 */
@Phi
public record Segment(Change change, String text) {

    /** In which of the two states the stretch is. */
    public enum Change {
        EQUAL,
        DELETE,
        INSERT;

        /** The name on the wire. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
