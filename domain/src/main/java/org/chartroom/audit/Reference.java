package org.chartroom.audit;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event of the audit trail is about. Kept when the thing itself is gone.
 *
 * @param id null where there is no one thing: a list, somebody who tried to sign in
 */
public record Reference(Kind kind, @Nullable UUID id) {

    /** The kinds of things; their names in lower case are kept, so none is ever renamed. */
    public enum Kind {
        PATIENT,
        /** Whose patient it is; the object is the provider who has the patient from now on. */
        PATIENT_PROVIDER,
        PATIENT_LIST,
        ALLERGY,
        ALLERGY_LIST,
        CHRONIC_CONDITION,
        CHRONIC_CONDITION_LIST,
        CHART,
        /** Who looked at a patient. */
        ACCESS_LIST,
        APPOINTMENT,
        APPOINTMENT_LIST,
        MEDICAL_RECORD,
        MEDICAL_RECORD_LIST,
        SYMPTOM,
        SYMPTOM_LIST,
        PRESCRIPTION,
        PRESCRIPTION_LIST,
        VITAL_SIGNS,
        /** That a record, the object, is signed; created when somebody signs it. */
        SIGNATURE,
        /** What was added to a signed record, the object. */
        ADDENDUM,
        VITAL_SIGNS_LIST,
        /** What tables and indexes there are, and how many rows the reader sees. */
        SCHEMA,
        /** What an AI scribe proposed for a record, the object, and what was decided of it. */
        PROPOSAL,
        /** The unfinished note that a provider keeps of an appointment, the object. */
        DRAFT,
        /** What a provider has still to write or to sign. */
        WORKLIST,
        /** A provider's day, with the patients who come. */
        SCHEDULE,
        /** When a provider works. */
        WORKING_HOURS,
        /** When a provider, the object, is free. */
        FREE_TIMES,
        PROVIDER,
        PROVIDER_LIST,
        PASSWORD,
        SESSION,
        /** That nobody can sign in to an account; created when it is disabled, deleted when it is enabled. */
        DISABLED_ACCOUNT,
        AUDIT_TRAIL;

        /** The kind's name in the trail. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
