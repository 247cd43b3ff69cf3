package org.chartroom.record.domain;

/** The texts of a note, in their order. */
public enum SoapPart {
    CHIEF_COMPLAINT("chiefComplaint"),
    SUBJECTIVE("subjective"),
    OBJECTIVE("objective"),
    ASSESSMENT("assessment"),
    PLAN("plan");

    private final String field;

    SoapPart(String field) {
        this.field = field;
    }

    /** The field's name on the wire. */
    @Override
    public String toString() {
        return field;
    }
}
