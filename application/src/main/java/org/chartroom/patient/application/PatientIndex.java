package org.chartroom.patient.application;

import java.util.Optional;
import org.chartroom.audit.Access;
import org.chartroom.kernel.Page;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** Where patients are looked up. */
public interface PatientIndex {

    /**
     * One patient on whose care team the actor is: the patient's own provider, or one with an appointment.
     *
     * @throws org.chartroom.patient.domain.PatientRefusal {@code not-found}
     */
    PatientView patient(Actor by, PatientId id);

    /**
     * Those who are looked for among the actor's own patients, or among those shared with the actor, by last name, first
     * name and id.
     *
     * @param limit most items of the page, 1 to 100
     * @param after the patient behind whom the page begins; null for the first page
     * @return empty when {@code after} is not, or is no longer, one of those who are looked for
     */
    Optional<Page<PatientSummary, PatientId>> patients(
            Actor by, Whose whose, PatientSearch search, int limit, @Nullable PatientId after);

    /**
     * Who saw or changed what of a patient, newest first.
     *
     * @param limit  most items of the page, 1 to 100
     * @param before the event behind which the page begins; null for the first page
     * @throws org.chartroom.patient.domain.PatientRefusal {@code not-found}
     */
    Page<Access, Long> accesses(Actor by, PatientId id, int limit, @Nullable Long before);
}
