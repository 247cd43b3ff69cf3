package org.chartroom.patient.application.out;

import java.util.Optional;
import org.chartroom.kernel.Page;
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
     * The actor's own patients, or those shared with the actor, by last name, first name and id, at most {@code limit}.
     *
     * @param after the patient of the same list behind whom the page begins; null for the first page
     * @return empty when there is no patient {@code after}
     */
    Optional<Page<PatientSummary, PatientId>> page(Actor by, Whose whose, int limit, @Nullable PatientId after);
}
