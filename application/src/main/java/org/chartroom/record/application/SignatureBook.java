package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.ADDENDUM;
import static org.chartroom.audit.Reference.Kind.SIGNATURE;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chartroom.appointment.AppointmentDirectory;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.PersonName;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.out.Addenda;
import org.chartroom.record.application.out.Charts;
import org.chartroom.record.application.out.MedicalRecords;
import org.chartroom.record.application.out.Proposals;
import org.chartroom.record.application.out.Signatures;
import org.chartroom.record.domain.Addendum;
import org.chartroom.record.domain.Meaning;
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
    private final Proposals proposals;
    private final AuditTrail trail;
    private final Clock clock;

    SignatureBook(
            AppointmentDirectory appointments,
            MedicalRecords records,
            Charts charts,
            Signatures signatures,
            Addenda addenda,
            Proposals proposals,
            AuditTrail trail,
            Clock clock) {
        this.appointments = appointments;
        this.records = records;
        this.charts = charts;
        this.signatures = signatures;
        this.addenda = addenda;
        this.proposals = proposals;
        this.trail = trail;
        this.clock = clock;
    }

    /** What {@link #sign} would refuse at this moment. */
    void refuseUnsignable(Actor by, MedicalRecordId id) {
        toBeSigned(by, id);
    }

    SignatureView sign(Actor by, MedicalRecordId id, PersonName name) {
        var record = toBeSigned(by, id);
        var meaning = signatures.findAll(by, id).isEmpty() ? Meaning.AUTHOR : Meaning.REVIEWER;
        var signature =
                new Signature(id, by.id(), text(name), meaning, record.record().sha256(), now());
        signatures.add(by, signature);
        tell(by, Action.CREATE, SIGNATURE, record);
        return new SignatureView(signature, true);
    }

    @Transactional(readOnly = true)
    List<SignatureView> signatures(Actor by, MedicalRecordId id) {
        var shown = view(by, id);
        var record = shown.record();
        tell(by, Action.READ, SIGNATURE, shown);
        return signatures.findAll(by, id).stream()
                .map(signature -> new SignatureView(signature, signature.fits(record)))
                .toList();
    }

    AddendumView add(Actor by, MedicalRecordId id, String text, PersonName name) {
        var record = hold(by, view(by, id));
        if (signatures.findAll(by, id).isEmpty()) throw RecordRefusal.notSigned(id);
        var number = addenda.findAll(by, id).size() + 1;
        if (number > Addendum.MOST) throw InvalidInput.of("text", "too-many", "at most " + Addendum.MOST + " addenda");
        var addendum = new Addendum(id, number, by.id(), text(name), text, now());
        addenda.add(by, addendum);
        tell(by, Action.CREATE, ADDENDUM, record);
        return AddendumView.of(addendum, addendum.sha256());
    }

    @Transactional(readOnly = true)
    List<AddendumView> addenda(Actor by, MedicalRecordId id) {
        tell(by, Action.READ, ADDENDUM, view(by, id));
        return addenda.findAll(by, id);
    }

    /** The record as it is to be signed; held, while nobody has signed it. */
    private MedicalRecordView toBeSigned(Actor by, MedicalRecordId id) {
        var seen = view(by, id);
        var record = signatures.findAll(by, id).isEmpty() ? hold(by, seen) : seen;
        // asked for once more: somebody may have signed it while this one waited
        if (signatures.findAll(by, id).stream()
                .anyMatch(given -> given.provider().equals(by.id()))) throw RecordRefusal.secondSignature(id);
        record.record().refuseUnfinished();
        var undecided = proposals.undecided(by, id);
        if (!undecided.isEmpty()) throw RecordRefusal.undecided(id, undecided);
        return record;
    }

    /** The appointment is held before its record is, as by everybody who changes a record; read once that is done. */
    private MedicalRecordView hold(Actor by, MedicalRecordView seen) {
        appointments.requireBegun(by, seen.appointmentId());
        records.lock(by, seen.id());
        return view(by, seen.id());
    }

    private MedicalRecordView view(Actor by, MedicalRecordId id) {
        return charts.findRecord(by, id).orElseThrow(RecordRefusal::unknownRecord);
    }

    private void tell(Actor by, Action action, Reference.Kind kind, MedicalRecordView record) {
        trail.record(
                by,
                AuditEvent.of(
                        action, kind, record.id().value(), record.patientId().value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(PersonName name) {
        return name.firstName() + " " + name.lastName();
    }
}
