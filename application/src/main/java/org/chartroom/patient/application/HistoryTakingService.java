package org.chartroom.patient.application;

import static org.chartroom.audit.Reference.Kind.ALLERGY;
import static org.chartroom.audit.Reference.Kind.CHRONIC_CONDITION;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView.AllergyView;
import org.chartroom.patient.application.PatientView.ChronicConditionView;
import org.chartroom.patient.application.out.PatientViews;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Allergy;
import org.chartroom.patient.domain.AllergyDetails;
import org.chartroom.patient.domain.ChronicCondition;
import org.chartroom.patient.domain.ChronicConditionDetails;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class HistoryTakingService implements HistoryTaking {

    private final Patients patients;
    private final PatientViews views;
    private final AuditTrail trail;
    private final IdGenerator ids;

    HistoryTakingService(Patients patients, PatientViews views, AuditTrail trail, IdGenerator ids) {
        this.patients = patients;
        this.views = views;
        this.trail = trail;
        this.ids = ids;
    }

    @Override
    public Versioned<AllergyView> recordAllergy(Actor by, PatientId patient, AllergyDetails details) {
        var allergy = new Allergy(new AllergyId(ids.next()), details);
        change(by, patient, stored -> stored.record(allergy), null);
        tell(by, Action.CREATE, ALLERGY, allergy.id().value(), patient);
        return allergy(by, patient, allergy.id());
    }

    @Override
    public Versioned<AllergyView> reviseAllergy(
            Actor by, PatientId patient, AllergyId allergy, AllergyDetails details, Version seen) {
        change(by, patient, stored -> stored.revise(new Allergy(allergy, details)), seen);
        tell(by, Action.UPDATE, ALLERGY, allergy.value(), patient);
        return allergy(by, patient, allergy);
    }

    @Override
    public Version withdrawAllergy(Actor by, PatientId patient, AllergyId allergy, Version seen) {
        var version = change(by, patient, stored -> stored.withdraw(allergy), seen);
        tell(by, Action.DELETE, ALLERGY, allergy.value(), patient);
        return version;
    }

    @Override
    public Versioned<ChronicConditionView> recordChronicCondition(
            Actor by, PatientId patient, ChronicConditionDetails details) {
        var condition = new ChronicCondition(new ChronicConditionId(ids.next()), details);
        change(by, patient, stored -> stored.record(condition), null);
        tell(by, Action.CREATE, CHRONIC_CONDITION, condition.id().value(), patient);
        return condition(by, patient, condition.id());
    }

    @Override
    public Versioned<ChronicConditionView> reviseChronicCondition(
            Actor by, PatientId patient, ChronicConditionId condition, ChronicConditionDetails details, Version seen) {
        change(by, patient, stored -> stored.revise(new ChronicCondition(condition, details)), seen);
        tell(by, Action.UPDATE, CHRONIC_CONDITION, condition.value(), patient);
        return condition(by, patient, condition);
    }

    @Override
    public Version withdrawChronicCondition(Actor by, PatientId patient, ChronicConditionId condition, Version seen) {
        var version = change(by, patient, stored -> stored.withdraw(condition), seen);
        tell(by, Action.DELETE, CHRONIC_CONDITION, condition.value(), patient);
        return version;
    }

    /** @param seen null when it is made from whatever version there is */
    private Version change(Actor by, PatientId id, UnaryOperator<Patient> step, @Nullable Version seen) {
        var stored = patients.lock(by, id);
        return patients.replace(by, step.apply(stored.value()), seen == null ? stored.version() : seen);
    }

    private void tell(Actor by, Action action, Reference.Kind kind, UUID id, PatientId patient) {
        trail.record(by, AuditEvent.of(action, kind, id, patient.value()));
    }

    private Versioned<AllergyView> allergy(Actor by, PatientId patient, AllergyId id) {
        var view = view(by, patient);
        return view.allergies().stream()
                .filter(allergy -> allergy.id().equals(id))
                .findAny()
                .map(allergy -> new Versioned<>(allergy, view.version()))
                .orElseThrow(() -> PatientRefusal.unknownAllergy(patient));
    }

    private Versioned<ChronicConditionView> condition(Actor by, PatientId patient, ChronicConditionId id) {
        var view = view(by, patient);
        return view.chronicConditions().stream()
                .filter(condition -> condition.id().equals(id))
                .findAny()
                .map(condition -> new Versioned<>(condition, view.version()))
                .orElseThrow(() -> PatientRefusal.unknownChronicCondition(patient));
    }

    private PatientView view(Actor by, PatientId id) {
        return views.find(by, id).orElseThrow(() -> PatientRefusal.unknown(id));
    }
}
