package org.chartroom.patient.application;

import static org.chartroom.audit.Reference.Kind.PATIENT;
import static org.chartroom.audit.Reference.Kind.PATIENT_PROVIDER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.kernel.Version;
import org.chartroom.patient.AllergyEntry;
import org.chartroom.patient.ChronicConditionEntry;
import org.chartroom.patient.PatientDirectory;
import org.chartroom.patient.PatientEntry;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class RegistrationService implements Registration, PatientDirectory {

    private final Patients patients;
    private final PatientViews views;
    private final AuditTrail trail;
    private final IdGenerator ids;
    private final Clock clock;

    RegistrationService(Patients patients, PatientViews views, AuditTrail trail, IdGenerator ids, Clock clock) {
        this.patients = patients;
        this.views = views;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public PatientView register(Actor by, PatientDetails details, boolean confirmed) {
        var patient = Patient.register(new PatientId(ids.next()), by.id(), details, LocalDate.now(clock));
        // asked for even when it is confirmed, so that whoever registers the same one meanwhile is told of this one
        var namesakes = patients.namesakes(by, details);
        if (!confirmed && !namesakes.isEmpty()) throw PatientRefusal.possibleDuplicate(namesakes);
        var version = patients.add(by, patient);
        trail.record(
                by, AuditEvent.ofPatient(Action.CREATE, PATIENT, patient.id().value()));
        return new PatientView(
                patient.id(), patient.provider(), details, List.of(), List.of(), version.at(), version.at());
    }

    @Override
    public PatientView revise(Actor by, PatientId id, PatientDetails details, Version seen) {
        var stored = patients.lock(by, id).value();
        patients.replace(by, stored.revise(details, LocalDate.now(clock)), seen);
        trail.record(by, AuditEvent.ofPatient(Action.UPDATE, PATIENT, id.value()));
        return views.find(by, id).orElseThrow(() -> PatientRefusal.unknown(id));
    }

    @Override
    public void transfer(Actor by, PatientId id, ProviderId receiver, Version seen) {
        patients.transfer(by, id, receiver, seen);
        trail.record(by, AuditEvent.of(Action.UPDATE, PATIENT_PROVIDER, receiver.value(), id.value()));
    }

    @Override
    public void lock(Actor by, PatientId id, Version seen) {
        patients.lockToRemove(by, id, seen);
    }

    @Override
    public PatientEntry checked(Actor by, PatientEntry entry) {
        return Patient.register(entry.id(), by.id(), PatientDetails.of(entry), LocalDate.now(clock))
                .details()
                .entry(entry.id());
    }

    @Override
    public AllergyEntry checked(Actor by, AllergyEntry entry) {
        return AllergyDetails.of(entry).entry();
    }

    @Override
    public ChronicConditionEntry checked(Actor by, ChronicConditionEntry entry) {
        return ChronicConditionDetails.of(entry).entry();
    }

    @Override
    public void remove(Actor by, PatientId id) {
        patients.remove(by, id);
        trail.record(by, AuditEvent.ofPatient(Action.DELETE, PATIENT, id.value()));
    }
}
