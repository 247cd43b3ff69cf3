package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.ADDENDUM;
import static org.chartroom.audit.Reference.Kind.SIGNATURE;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.out.Addenda;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.Signatures;
import org.chartroom.record.domain.Addendum;
import org.chartroom.record.domain.Meaning;
import org.chartroom.record.domain.MedicalRecord;
import org.chartroom.record.domain.RecordRefusal;
import org.chartroom.record.domain.Signature;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where signatures and addenda are kept. What is signed is read under the record's lock, and whoever changes a record
 * comes by that lock too, so a signature always fits what is stored.
 */
@Service
@Transactional
class SignatureBook {

    private final AppointmentDirectory appointments;
    private final MedicalRecords records;
    private final Charts charts;
    private final Signatures signatures;
    private final Addenda addenda;
    private final AuditTrail trail;
    private final Clock clock;

    SignatureBook(
            AppointmentDirectory appointments,
            MedicalRecords records,
            Charts charts,
            Signatures signatures,
            Addenda addenda,
            AuditTrail trail,
            Clock clock) {
        this.appointments = appointments;
        this.records = records;
        this.charts = charts;
        this.signatures = signatures;
        this.addenda = addenda;
        this.trail = trail;
        this.clock = clock;
    }

    /** What {@link #sign} would refuse at this moment. */
    void refuseUnsignable(Actor by, MedicalRecordId id) {
        unsigned(by, id, Instant.EPOCH, "");
    }

    SignatureView sign(Actor by, MedicalRecordId id, PersonName name) {
        var signature = unsigned(by, id, now(), text(name));
        signatures.add(by, signature);
        tell(by, Action.CREATE, SIGNATURE, id, patient(by, id));
        return new SignatureView(signature, true);
    }

    @Transactional(readOnly = true)
    List<SignatureView> signatures(Actor by, MedicalRecordId id) {
        var patient = patient(by, id);
        var stored = stored(by, id);
        tell(by, Action.READ, SIGNATURE, id, patient);
        return signatures.findAll(by, id).stream()
                .map(signature -> new SignatureView(signature, signature.fits(stored)))
                .toList();
    }

    AddendumView add(Actor by, MedicalRecordId id, String text, PersonName name) {
        lock(by, id);
        if (signatures.findAll(by, id).isEmpty()) throw RecordRefusal.notSigned(id);
        var number = addenda.findAll(by, id).size() + 1;
        if (number > Addendum.MOST) throw InvalidInput.of("text", "too-many", "at most " + Addendum.MOST + " addenda");
        var addendum = new Addendum(id, number, by.id(), text(name), text, now());
        addenda.add(by, addendum);
        tell(by, Action.CREATE, ADDENDUM, id, patient(by, id));
        return AddendumView.of(addendum, addendum.sha256());
    }

    @Transactional(readOnly = true)
    List<AddendumView> addenda(Actor by, MedicalRecordId id) {
        tell(by, Action.READ, ADDENDUM, id, patient(by, id));
        return addenda.findAll(by, id);
    }

    /** The signature that is to be given; the record is held, if it is its author's. */
    private Signature unsigned(Actor by, MedicalRecordId id, Instant now, String signer) {
        if (signatures.findAll(by, id).isEmpty()) lock(by, id);
        // asked for once more: somebody may have signed it while this one waited
        var given = signatures.findAll(by, id);
        if (given.stream().anyMatch(signature -> signature.provider().equals(by.id())))
            throw RecordRefusal.secondSignature(id);
        var record = stored(by, id);
        record.refuseUnfinished();
        var meaning = given.isEmpty() ? Meaning.AUTHOR : Meaning.REVIEWER;
        return new Signature(id, by.id(), signer, meaning, record.sha256(), now);
    }

    /** The appointment is held before its record is, as by everybody who changes a record. */
    private void lock(Actor by, MedicalRecordId id) {
        appointments.requireBegun(by, appointment(by, id));
        records.lock(by, id);
    }

    private AppointmentId appointment(Actor by, MedicalRecordId id) {
        return records.appointmentOf(by, id).orElseThrow(RecordRefusal::unknownRecord);
    }

    private MedicalRecord stored(Actor by, MedicalRecordId id) {
        return records.find(by, id).map(Versioned::value).orElseThrow(RecordRefusal::unknownRecord);
    }

    private PatientId patient(Actor by, MedicalRecordId id) {
        return charts.findRecord(by, id).map(MedicalRecordView::patientId).orElseThrow(RecordRefusal::unknownRecord);
    }

    private void tell(Actor by, Action action, Reference.Kind kind, MedicalRecordId id, PatientId patient) {
        trail.record(by, AuditEvent.of(action, kind, id.value(), patient.value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(PersonName name) {
        return name.firstName() + " " + name.lastName();
    }
}
