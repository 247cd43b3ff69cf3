package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.MEDICAL_RECORD;
import static org.chartroom.audit.Reference.Kind.PROPOSAL;
import static org.chartroom.audit.Reference.Kind.VITAL_SIGNS;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.kernel.Versioned;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.FactId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.VitalSignsId;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.Proposals;
import org.chartroom.record.application.out.VitalSignsReadings;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.Engine;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.Proposed;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.VitalSigns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appointment is held before its record is, as by everybody who changes a record. */
@Service
@Transactional
class ScribingService implements Scribing {

    /** Most proposals of one record. */
    private static final int MOST = 1_000;

    private final AppointmentDirectory appointments;
    private final MedicalRecords records;
    private final VitalSignsReadings readings;
    private final Charts charts;
    private final Proposals proposals;
    private final AuditTrail trail;
    private final IdGenerator ids;
    private final Clock clock;

    ScribingService(
            AppointmentDirectory appointments,
            MedicalRecords records,
            VitalSignsReadings readings,
            Charts charts,
            Proposals proposals,
            AuditTrail trail,
            IdGenerator ids,
            Clock clock) {
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
        this.charts = charts;
        this.proposals = proposals;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Proposal> propose(Actor by, MedicalRecordId id, Engine engine, List<Suggestion> suggestions) {
        var held = held(by, id);
        var record = held.record().value();
        var now = now();
        var wrong = new Violations();
        if (proposals.count(by, id) + suggestions.size() > MOST)
            wrong.add("proposals", "too-many", "a record has at most " + MOST);
        var proposed = wrong.parts(
                "proposals",
                suggestions,
                each -> Proposal.begin(
                        new ProposalId(ids.next()), record, engine, each.proposed(), each.evidence(), by.id(), now));
        wrong.refuse();
        proposals.add(by, id, proposed);
        tell(by, Action.CREATE, PROPOSAL, id.value(), held.patient());
        return proposed;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Proposal> proposals(Actor by, MedicalRecordId id) {
        tellOfReading(by, id);
        return proposals.findAll(by, id);
    }

    @Override
    @Transactional(readOnly = true)
    public Proposal proposal(Actor by, MedicalRecordId id, ProposalId proposal) {
        tellOfReading(by, id);
        return find(by, id, proposal);
    }

    @Override
    public Proposal decide(
            Actor by, MedicalRecordId id, ProposalId proposal, Verdict verdict, @Nullable Proposed content) {
        var held = held(by, id);
        var stored = find(by, id, proposal);
        if (stored.isDecided(verdict, content, by.id())) return stored;
        var visit = held.record().value().appointment();
        var measured = readings.findOf(by, visit);
        var decided = stored.decide(
                verdict,
                content,
                by.id(),
                now(),
                () -> new FactId(
                        stored.proposed().kind() == Proposed.Kind.VITAL_SIGNS
                                ? measured.map(signs -> signs.value().id().value())
                                        .orElseGet(ids::next)
                                : ids.next()));
        if (decided.accepted() != null) {
            if (stored.proposed().kind() == Proposed.Kind.VITAL_SIGNS)
                measure(by, held, measured.orElse(null), decided);
            else write(by, held, decided);
        }
        proposals.decide(by, decided);
        tell(by, Action.UPDATE, PROPOSAL, id.value(), held.patient());
        return decided;
    }

    private void write(Actor by, Held held, Proposal accepted) {
        records.replace(
                by, accepted.applyTo(held.record().value()), held.record().version());
        tell(by, Action.UPDATE, MEDICAL_RECORD, accepted.record().value(), held.patient());
    }

    private void measure(Actor by, Held held, @Nullable Versioned<VitalSigns> before, Proposal accepted) {
        var measured = accepted.applyToVitalSigns(
                before == null ? null : before.value().measurements());
        var id = accepted.fact();
        var signs = new VitalSigns(new VitalSignsId(id), held.record().value().appointment(), measured);
        if (before == null) readings.add(by, signs);
        else readings.replace(by, signs, before.version());
        tell(by, before == null ? Action.CREATE : Action.UPDATE, VITAL_SIGNS, id, held.patient());
    }

    private Proposal find(Actor by, MedicalRecordId id, ProposalId proposal) {
        return proposals.find(by, id, proposal).orElseThrow(RecordRefusal::unknownProposal);
    }

    private Held held(Actor by, MedicalRecordId id) {
        var appointment = records.appointmentOf(by, id).orElseThrow(RecordRefusal::unknownRecord);
        var patient = appointments.requireBegun(by, appointment);
        return new Held(patient, records.lock(by, id));
    }

    private void tellOfReading(Actor by, MedicalRecordId id) {
        var record = charts.findRecord(by, id).orElseThrow(RecordRefusal::unknownRecord);
        tell(by, Action.READ, PROPOSAL, id.value(), record.patientId());
    }

    private void tell(Actor by, Action action, Reference.Kind kind, UUID object, PatientId patient) {
        trail.record(by, AuditEvent.of(action, kind, object, patient.value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A record that nobody else changes before the transaction ends, and whose it is. */
    private static final class Held {

        private final PatientId patient;
        private final Versioned<MedicalRecord> record;

        Held(PatientId patient, Versioned<MedicalRecord> record) {
            this.patient = patient;
            this.record = record;
        }

        PatientId patient() {
            return patient;
        }

        Versioned<MedicalRecord> record() {
            return record;
        }
    }
}
