package org.chartroom.patient.application;

/** Which of the patients that a provider sees. */
public enum Whose {
    /** The provider's own. */
    OWN,
    /** Another provider's, shared through an appointment. */
    SHARED
}
