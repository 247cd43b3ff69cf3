package org.chartroom.record.domain;

import java.util.Locale;

/** As what somebody signs a record (21 CFR 11.50 asks for it beside name and time). */
public enum Meaning {
    /** It says what was done and found; the first signature of a record. */
    AUTHOR,
    /** It was read and is agreed to. */
    REVIEWER;

    /** The name on the wire and in the table. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
