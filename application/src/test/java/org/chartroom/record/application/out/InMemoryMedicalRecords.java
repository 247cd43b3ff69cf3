package org.chartroom.record.application.out;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.VersionClock;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.domain.Addendum;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.Prescription;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.Signature;
import org.chartroom.record.domain.Symptom;

public final class InMemoryMedicalRecords implements MedicalRecords {

    private final Map<MedicalRecordId, MedicalRecordView> byId = new LinkedHashMap<>();
    private final Map<MedicalRecordId, List<Signature>> signatures = new HashMap<>();
    private final Map<MedicalRecordId, List<Addendum>> addenda = new HashMap<>();
    private final Map<MedicalRecordId, List<Proposal>> proposals = new HashMap<>();
    private final VersionClock clock = new VersionClock();
    private final InMemoryAppointments appointments;

    public InMemoryMedicalRecords(InMemoryAppointments appointments) {
        this.appointments = appointments;
    }

    public Optional<MedicalRecordView> of(AppointmentId appointment) {
        return byId.values().stream()
                .filter(record -> record.appointmentId().equals(appointment))
                .findAny();
    }

    public Optional<MedicalRecordView> findView(Actor by, MedicalRecordId id) {
        return Optional.ofNullable(byId.get(id))
                .filter(record -> appointments.find(by, record.appointmentId()).isPresent());
    }

    @Override
    public Optional<Versioned<MedicalRecord>> find(Actor by, MedicalRecordId id) {
        return findView(by, id).map(stored -> new Versioned<>(record(stored), stored.version()));
    }

    public Optional<MedicalRecordView> findView(Actor by, AppointmentId appointment) {
        return of(appointment).filter(_ -> appointments.find(by, appointment).isPresent());
    }

    @Override
    public Optional<AppointmentId> appointmentOf(Actor by, MedicalRecordId id) {
        return findView(by, id).map(MedicalRecordView::appointmentId);
    }

    @Override
    public Optional<MedicalRecordId> idOf(Actor by, AppointmentId appointment) {
        return findView(by, appointment).map(MedicalRecordView::id);
    }

    @Override
    public Versioned<MedicalRecord> lock(Actor by, MedicalRecordId id) {
        var stored = find(by, id).orElseThrow(RecordRefusal::unknownRecord);
        refuseOthers(by, stored.value().appointment());
        return stored;
    }

    @Override
    public Version add(Actor by, MedicalRecord record) {
        if (appointments.find(by, record.appointment()).isEmpty()) throw RecordRefusal.unknownAppointment();
        refuseOthers(by, record.appointment());
        if (of(record.appointment()).isPresent()) throw RecordRefusal.secondRecord(record.appointment());
        var now = clock.next();
        return put(record, record.appointment(), List.of(), List.of(), now.at(), now);
    }

    @Override
    public Version replace(Actor by, MedicalRecord record, Version seen) {
        var stored = findView(by, record.id()).orElseThrow(RecordRefusal::unknownRecord);
        refuseOthers(by, stored.appointmentId());
        if (!stored.version().equals(seen)) throw RecordRefusal.stale(record.id(), stored.version());
        if (!signaturesOf(record.id()).isEmpty()) throw RecordRefusal.signed(record.id());
        return put(
                record,
                stored.appointmentId(),
                stored.symptoms(),
                stored.prescriptions(),
                stored.createdAt(),
                clock.next());
    }

    public List<Signature> signaturesOf(MedicalRecordId id) {
        return signatures.getOrDefault(id, List.of());
    }

    public void sign(Signature signature) {
        signatures.computeIfAbsent(signature.record(), _ -> new ArrayList<>()).add(signature);
    }

    public List<Addendum> addendaOf(MedicalRecordId id) {
        return addenda.getOrDefault(id, List.of());
    }

    public void append(Addendum addendum) {
        addenda.computeIfAbsent(addendum.record(), _ -> new ArrayList<>()).add(addendum);
    }

    /** In the order in which they came. */
    public List<Proposal> proposalsOf(MedicalRecordId id) {
        return proposals.getOrDefault(id, List.of());
    }

    /** A new one, or the same after it was decided. */
    public void propose(Proposal proposal) {
        var all = proposals.computeIfAbsent(proposal.record(), _ -> new ArrayList<>());
        for (var i = 0; i < all.size(); i++)
            if (all.get(i).id().equals(proposal.id())) {
                all.set(i, proposal);
                return;
            }
        all.add(proposal);
    }

    private Version put(
            MedicalRecord record,
            AppointmentId appointment,
            List<SymptomView> storedSymptoms,
            List<PrescriptionView> storedPrescriptions,
            Instant createdAt,
            Version now) {
        byId.put(
                record.id(),
                new MedicalRecordView(
                        record.id(),
                        appointment,
                        appointments.patientOf(appointment),
                        record.note(),
                        record.scribe(),
                        record.symptoms().stream()
                                .map(symptom -> view(symptom, storedSymptoms, now.at()))
                                .sorted(Comparator.comparing(SymptomView::createdAt)
                                        .thenComparing(view -> view.id().toString()))
                                .toList(),
                        record.prescriptions().stream()
                                .map(prescription -> view(prescription, storedPrescriptions, now.at()))
                                .sorted(Comparator.comparing(PrescriptionView::createdAt)
                                        .thenComparing(view -> view.id().toString()))
                                .toList(),
                        createdAt,
                        now.at()));
        return now;
    }

    private static SymptomView view(Symptom symptom, List<SymptomView> stored, Instant now) {
        return stored.stream()
                .filter(before -> before.id().equals(symptom.id()))
                .map(before -> before.details().equals(symptom.details())
                        ? before
                        : new SymptomView(symptom.id(), symptom.details(), before.createdAt(), now))
                .findAny()
                .orElseGet(() -> new SymptomView(symptom.id(), symptom.details(), now, now));
    }

    private static PrescriptionView view(Prescription prescription, List<PrescriptionView> stored, Instant now) {
        return stored.stream()
                .filter(before -> before.id().equals(prescription.id()))
                .map(before -> before.details().equals(prescription.details())
                        ? before
                        : new PrescriptionView(prescription.id(), prescription.details(), before.createdAt(), now))
                .findAny()
                .orElseGet(() -> new PrescriptionView(prescription.id(), prescription.details(), now, now));
    }

    private static MedicalRecord record(MedicalRecordView stored) {
        return new MedicalRecord(
                stored.id(),
                stored.appointmentId(),
                stored.note(),
                stored.scribe(),
                stored.symptoms().stream()
                        .map(symptom -> new Symptom(symptom.id(), symptom.details()))
                        .toList(),
                stored.prescriptions().stream()
                        .map(prescription -> new Prescription(prescription.id(), prescription.details()))
                        .toList());
    }

    private void refuseOthers(Actor by, AppointmentId appointment) {
        if (!appointments.isOf(by, appointment)) throw RecordRefusal.notTheActors(appointment);
    }
}
