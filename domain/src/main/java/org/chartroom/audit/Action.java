package org.chartroom.audit;

import java.util.Locale;

/** What was done to it: the actions of HL7 FHIR's AuditEvent. */
public enum Action {
    CREATE,
    READ,
    UPDATE,
    DELETE;

    /** The action's name in the trail. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
