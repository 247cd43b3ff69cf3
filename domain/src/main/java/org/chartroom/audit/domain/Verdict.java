package org.chartroom.audit.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the trail found.
 *
 * @param seals     that fit, from the beginning
 * @param sealed    events that fit, from the beginning
 * @param unsealed  events behind the last seal; nothing vouches for these yet
 * @param witnessed whether something outside the database vouches for the seals
 * @param event     the first broken event, or the first that a broken seal covers; null when everything fits
 * @param breach    what happened to it
 */
public record Verdict(
        long seals,
        long sealed,
        long unsealed,
        boolean witnessed,
        @Nullable Long event,
        @Nullable Breach breach) {

    /** What can happen to a trail. */
    public enum Breach {
        EVENT_CHANGED("was changed"),
        EVENT_DELETED("was deleted"),
        EVENT_INSERTED("was inserted"),
        SEAL_CHANGED("is the first that a changed seal covers"),
        SEAL_DELETED("is the first that a deleted seal covered"),
        REWRITTEN("is the first of a chain that was rewritten: the file of seals has it otherwise");

        private final String words;

        Breach(String words) {
            this.words = words;
        }

        /** Goes on from "event 17". */
        public String words() {
            return words;
        }
    }

    public boolean isSound() {
        return breach == null && witnessed;
    }
}
