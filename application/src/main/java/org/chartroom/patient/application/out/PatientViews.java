package org.chartroom.patient.application.out;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientSummary;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.Whose;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** Patients, to be shown; each view is one read. */
public interface PatientViews {

    /** One that the actor sees. */
    Optional<PatientView> find(Actor by, PatientId id);

    /**
     * Those with all of the traits among the actor's own patients, or among those shared with the actor, by last name,
     * first name and id, at most {@code limit}.
     *
     * @param after the patient of the same list, with the same traits, behind whom the page begins; null for the first
     *              page
     * @return empty when there is no such patient {@code after}
     */
    Optional<Page<PatientSummary, PatientId>> page(
            Actor by, Whose whose, Traits traits, int limit, @Nullable PatientId after);

    /**
     * What a patient must have, all of it together; null where that does not matter.
     *
     * @param name   split at white space and commas into words, each of which begins the first or the last name or a word within
     *               one: what stands behind white space or one of {@code ' - . , / ( ) "}. Upper case, accents and the
     *               forms of a letter, of an apostrophe and of a hyphen do not matter; ø is o, ß is ss and so on. A name
     *               without any word is nobody's
     * @param phones of which the digits of the patient's own number are one
     * @param email  the patient's, upper case aside
     */
    @Phi
    record Traits(
            @Nullable String name,
            @Nullable Set<String> phones,
            @Nullable EmailAddress email,
            @Nullable LocalDate bornOn) {

        /** Anybody's. */
        public static final Traits ANY = new Traits(null, null, null, null);

        public Traits {
            phones = phones == null ? null : Set.copyOf(phones);
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
