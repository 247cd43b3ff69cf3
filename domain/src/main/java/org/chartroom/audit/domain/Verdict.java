package org.chartroom.audit.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the trail found.
 *
 * @param seals     that fit, from the beginning
 * @param sealed    events that fit, from the beginning
 * @param unsealed  events behind the last seal; nothing vouches for these yet
 * @param vouched   the number of the last seal that something outside the database vouches for; 0 when nothing does
 * @param event     the first broken event, or the first that a broken seal covers; null when everything fits
 * @param breach    what happened to it
 */
public record Verdict(
        long seals,
        long sealed,
        long unsealed,
        long vouched,
        @Nullable Long event,
        @Nullable Breach breach) {

    /** A seal is written outside within moments; so many come together in a minute at most. */
    private static final long MOST_BEHIND = 20;

    /** The trail stands where another was vouched for. */
    public static Verdict replaced() {
        return new Verdict(0, 0, 0, 0, 1L, Breach.REPLACED);
    }

    /** What can happen to a trail. */
    public enum Breach {
        EVENT_CHANGED("was changed"),
        EVENT_DELETED("was deleted"),
        EVENT_INSERTED("was inserted"),
        SEAL_CHANGED("is the first that a changed seal covers"),
        SEAL_DELETED("is the first that a deleted seal covered"),
        REWRITTEN("is the first of a chain that was rewritten: the file of seals has it otherwise"),
        REPLACED("is the first of another trail than the one that the folder of seals knows");

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
        return breach == null && isVouchedFor();
    }

    /** Whether what is outside the database has kept up with the seals, of which there is none where nothing happened. */
    private boolean isVouchedFor() {
        return seals == 0 || (vouched > 0 && seals - vouched <= MOST_BEHIND);
    }
}
