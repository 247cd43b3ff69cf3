package org.chartroom.record.domain;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.domain.RecordContent.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The record of one visit: the note, what an AI scribe contributed, symptoms and prescriptions. Immutable: each change
 * returns the next state.
 *
 * @param appointment the visit; it has at most one record
 * @param symptoms      in the order in which they were recorded, at most 200
 * @param prescriptions in the order in which they were recorded, at most 200
 */
@Phi
public record MedicalRecord(
        MedicalRecordId id,
        AppointmentId appointment,
        SoapNote note,
        AiScribe scribe,
        List<Symptom> symptoms,
        List<Prescription> prescriptions) {

    public MedicalRecord {
        var wrong = new Violations();
        wrong.list("symptoms", symptoms);
        wrong.list("prescriptions", prescriptions);
        wrong.refuse();
        symptoms = List.copyOf(symptoms);
        prescriptions = List.copyOf(prescriptions);
    }

    /**
     * A new record, whose symptoms and prescriptions are all new.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code unknown} at each that has an id already
     */
    public static MedicalRecord begin(
            MedicalRecordId id, AppointmentId appointment, RecordContent content, IdGenerator ids) {
        return new MedicalRecord(id, appointment, content.note(), content.scribe(), List.of(), List.of())
                .revised(content, ids);
    }

    /**
     * Written anew. A symptom or prescription that is mentioned by its id stays the one that it is; one without is new;
     * one that is not mentioned is gone.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code unknown} at an id that is not this record's own;
     *     {@code repeated} at one that stood there before
     */
    public MedicalRecord revised(RecordContent content, IdGenerator ids) {
        var wrong = new Violations();
        var revised = new MedicalRecord(
                id,
                appointment,
                content.note(),
                content.scribe(),
                children(
                        "symptoms",
                        content.symptoms(),
                        symptoms.stream().map(Symptom::id).collect(toSet()),
                        () -> new SymptomId(ids.next()),
                        Symptom::new,
                        wrong),
                children(
                        "prescriptions",
                        content.prescriptions(),
                        prescriptions.stream().map(Prescription::id).collect(toSet()),
                        () -> new PrescriptionId(ids.next()),
                        Prescription::new,
                        wrong));
        wrong.refuse();
        return revised;
    }

    /** With another transcript; what was made of the former one stays. */
    public MedicalRecord transcribed(String aiTranscript) {
        return new MedicalRecord(
                id, appointment, note, new AiScribe(aiTranscript, scribe.aiSummary()), symptoms, prescriptions);
    }

    /**
     * With a symptom more.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code too-many} when there are 200 already
     */
    public MedicalRecord with(Symptom added) {
        return new MedicalRecord(id, appointment, note, scribe, and(symptoms, added), prescriptions);
    }

    /**
     * With a prescription more.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code too-many} when there are 200 already
     */
    public MedicalRecord with(Prescription added) {
        return new MedicalRecord(id, appointment, note, scribe, symptoms, and(prescriptions, added));
    }

    /**
     * With a text more in one part of the note: it stands alone in a part that was blank, elsewhere below what stands
     * there, after an empty line.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code too-long} at {@code text} when the part has no room for it
     */
    public MedicalRecord with(SoapPart part, String text) {
        return new MedicalRecord(id, appointment, note.with(part, text), scribe, symptoms, prescriptions);
    }

    /**
     * With another state of one symptom.
     *
     * @throws RecordRefusal {@code not-found} when the record has no symptom of that id
     */
    public MedicalRecord changed(Symptom changed) {
        refuseUnknown(changed.id());
        var all = symptoms.stream().map(each -> each.id().equals(changed.id()) ? changed : each);
        return new MedicalRecord(id, appointment, note, scribe, all.toList(), prescriptions);
    }

    /**
     * With another state of one prescription.
     *
     * @throws RecordRefusal {@code not-found} when the record has no prescription of that id
     */
    public MedicalRecord changed(Prescription changed) {
        refuseUnknown(changed.id());
        var all = prescriptions.stream().map(each -> each.id().equals(changed.id()) ? changed : each);
        return new MedicalRecord(id, appointment, note, scribe, symptoms, all.toList());
    }

    /**
     * Without one symptom.
     *
     * @throws RecordRefusal {@code not-found} when the record has no symptom of that id
     */
    public MedicalRecord without(SymptomId removed) {
        refuseUnknown(removed);
        var others = symptoms.stream().filter(each -> !each.id().equals(removed));
        return new MedicalRecord(id, appointment, note, scribe, others.toList(), prescriptions);
    }

    /**
     * Without one prescription.
     *
     * @throws RecordRefusal {@code not-found} when the record has no prescription of that id
     */
    public MedicalRecord without(PrescriptionId removed) {
        refuseUnknown(removed);
        var others = prescriptions.stream().filter(each -> !each.id().equals(removed));
        return new MedicalRecord(id, appointment, note, scribe, symptoms, others.toList());
    }

    /**
     * Looks whether it can be signed: a signed note says something in each of its parts.
     *
     * @throws RecordRefusal {@code not-signable}, with the names of those that are blank
     */
    public void refuseUnfinished() {
        var blank = note.blankParts();
        if (!blank.isEmpty()) throw RecordRefusal.notSignable(id, blank);
    }

    /**
     * SHA-256, as 64 hexadecimal digits, of the canonical form (RFC 8785) of the record as clients read it, without
     * {@code createdAt} and {@code updatedAt}, of it and of what it holds: what was written, not when.
     */
    public String sha256() {
        return CanonicalJson.sha256(members());
    }

    /** As clients read it, by name, in that order, without its times. */
    Map<String, @Nullable Object> members() {
        var members = texts();
        members.put("symptoms", symptoms.stream().map(Symptom::members).toList());
        members.put(
                "prescriptions",
                prescriptions.stream().map(Prescription::members).toList());
        return members;
    }

    /** {@link #members} without its parts. */
    Map<String, @Nullable Object> texts() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("id", id.toString());
        members.put("appointmentId", appointment.toString());
        members.put("chiefComplaint", note.chiefComplaint());
        members.put("subjective", note.subjective());
        members.put("objective", note.objective());
        members.put("assessment", note.assessment());
        members.put("plan", note.plan());
        members.put("aiTranscript", scribe.aiTranscript());
        members.put("aiSummary", scribe.aiSummary());
        return members;
    }

    private void refuseUnknown(SymptomId symptom) {
        if (symptoms.stream().noneMatch(each -> each.id().equals(symptom))) throw RecordRefusal.unknownSymptom();
    }

    private void refuseUnknown(PrescriptionId prescription) {
        if (prescriptions.stream().noneMatch(each -> each.id().equals(prescription)))
            throw RecordRefusal.unknownPrescription();
    }

    private static <T> List<T> and(List<T> all, T another) {
        return Stream.concat(all.stream(), Stream.of(another)).toList();
    }

    /** What the entries stand for; {@code wrong} is told of each id that is not among {@code own}, or comes again. */
    private static <I, D, C> List<C> children(
            String field,
            List<Entry<I, D>> entries,
            Set<I> own,
            Supplier<I> newId,
            BiFunction<I, D, C> child,
            Violations wrong) {
        var children = new ArrayList<C>();
        var mentioned = new HashSet<I>();
        for (var entry : entries) {
            var path = field + "[" + children.size() + "].id";
            var id = entry.id() == null ? newId.get() : entry.id();
            if (entry.id() != null && !own.contains(id))
                wrong.add(path, "unknown", "must be one of this record's; left out, the entry is new");
            else if (!mentioned.add(id)) wrong.add(path, "repeated", "must stand once");
            children.add(child.apply(id, entry.details()));
        }
        return children;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
