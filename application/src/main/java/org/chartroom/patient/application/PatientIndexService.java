package org.chartroom.patient.application;

import java.util.Optional;
import org.chartroom.kernel.Page;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class PatientIndexService implements PatientIndex {

    private final PatientViews patients;

    PatientIndexService(PatientViews patients) {
        this.patients = patients;
    }

    @Override
    public PatientView patient(Actor by, PatientId id) {
        return patients.find(by, id).orElseThrow(PatientRefusal::unknown);
    }

    @Override
    public Optional<Page<PatientSummary, PatientId>> patients(
            Actor by, Whose whose, int limit, @Nullable PatientId after) {
        return patients.page(by, whose, limit, after);
    }
}
