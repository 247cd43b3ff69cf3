package org.chartroom.patient.application;

import static org.chartroom.audit.Reference.Kind.ACCESS_LIST;
import static org.chartroom.audit.Reference.Kind.PATIENT;
import static org.chartroom.audit.Reference.Kind.PATIENT_LIST;

import java.util.Optional;
import org.chartroom.audit.Access;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.Page;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.PatientViews.Traits;
import org.chartroom.patient.application.out.PhoneNumbers;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each read leaves its event; the transaction is declared to read only, so it does not wait for that to be on disk. */
@Service
@Transactional(readOnly = true)
class PatientIndexService implements PatientIndex {

    private final PatientViews patients;
    private final PhoneNumbers phones;
    private final AuditTrail trail;

    PatientIndexService(PatientViews patients, PhoneNumbers phones, AuditTrail trail) {
        this.patients = patients;
        this.phones = phones;
        this.trail = trail;
    }

    @Override
    public PatientView patient(Actor by, PatientId id) {
        return trail.reading(by, AuditEvent.ofPatient(Action.READ, PATIENT, id.value()), () -> patients.find(by, id))
                .orElseThrow(() -> PatientRefusal.unknown(id));
    }

    @Override
    public Optional<Page<PatientSummary, PatientId>> patients(
            Actor by, Whose whose, PatientSearch search, int limit, @Nullable PatientId after) {
        return trail.reading(by, PATIENT_LIST, () -> patients.page(by, whose, traits(search), limit, after));
    }

    @Override
    public Page<Access, Long> accesses(Actor by, PatientId id, int limit, @Nullable Long before) {
        if (patients.find(by, id).isEmpty()) throw PatientRefusal.unknown(id);
        var page = trail.accesses(by, id.value(), limit, before);
        trail.record(by, AuditEvent.ofPatient(Action.READ, ACCESS_LIST, id.value()));
        return page;
    }

    private Traits traits(PatientSearch search) {
        return new Traits(
                search.name(),
                search.phone() == null ? null : phones.spellings(search.phone()),
                search.email(),
                search.bornOn());
    }
}
