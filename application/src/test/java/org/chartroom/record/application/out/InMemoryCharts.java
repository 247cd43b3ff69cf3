package org.chartroom.record.application.out;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.PatientView.AllergyView;
import org.chartroom.patient.application.PatientView.ChronicConditionView;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.Chart;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.domain.Addendum;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.Proposed;
import org.chartroom.record.domain.Signature;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

public final class InMemoryCharts implements Charts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final InMemoryPatients patients;
    private final InMemoryAppointments appointments;
    private final InMemoryMedicalRecords records;
    private final InMemoryVitalSignsReadings readings;

    public InMemoryCharts(
            InMemoryPatients patients,
            InMemoryAppointments appointments,
            InMemoryMedicalRecords records,
            InMemoryVitalSignsReadings readings) {
        this.patients = patients;
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
    }

    @Override
    public Optional<Chart> find(Actor by, PatientId patient, boolean transcripts) {
        return patients.findView(by, patient)
                .map(stored -> chart(stored, transcripts))
                .map(chart -> new Chart(chart.toString()));
    }

    @Override
    public Optional<MedicalRecordView> findRecord(Actor by, MedicalRecordId id) {
        return records.findView(by, id);
    }

    @Override
    public Optional<MedicalRecordView> findRecord(Actor by, AppointmentId appointment) {
        return records.findView(by, appointment);
    }

    private ObjectNode chart(PatientView patient, boolean transcripts) {
        var chart = JSON.createObjectNode();
        chart.set("patient", patient(patient));
        var allergies = chart.putArray("allergies");
        patient.allergies().forEach(allergy -> allergies.add(allergy(allergy)));
        var conditions = chart.putArray("chronicConditions");
        patient.chronicConditions().forEach(condition -> conditions.add(condition(condition)));
        var visits = chart.putArray("appointments");
        appointments
                .of(patient.id())
                .sorted(Comparator.comparing(AppointmentView::appointmentDate)
                        .thenComparing(appointment -> appointment.id().toString())
                        .reversed())
                .forEach(appointment -> visits.add(appointment(appointment, transcripts)));
        return chart;
    }

    private static ObjectNode patient(PatientView patient) {
        var details = patient.details();
        var email = details.contact().email();
        var json = JSON.createObjectNode()
                .put("id", patient.id().toString())
                .put("providerId", patient.providerId().toString())
                .put("firstName", details.name().firstName())
                .put("lastName", details.name().lastName())
                .put("dateOfBirth", details.dateOfBirth().toString())
                .put("sex", details.sex().toString())
                .put("phone", details.contact().phone())
                .put("email", email == null ? null : email.value())
                .put("address", details.address().address())
                .put("city", details.address().city())
                .put("state", details.address().state())
                .put("zipCode", details.address().zipCode())
                .put("emergencyContactName", details.emergencyContact().emergencyContactName())
                .put("emergencyContactPhone", details.emergencyContact().emergencyContactPhone())
                .put("insuranceProvider", details.insurance().insuranceProvider())
                .put("insurancePolicyNumber", details.insurance().insurancePolicyNumber())
                .put("notes", details.notes());
        var incomplete = json.putArray("incomplete");
        details.incomplete().forEach(incomplete::add);
        return times(json, patient.createdAt(), patient.updatedAt());
    }

    private static ObjectNode allergy(AllergyView allergy) {
        var json = JSON.createObjectNode()
                .put("id", allergy.id().toString())
                .put("allergen", allergy.details().allergen())
                .put("severity", allergy.details().severity().toString())
                .put("reaction", allergy.details().reaction());
        return times(json, allergy.createdAt(), allergy.updatedAt());
    }

    private static ObjectNode condition(ChronicConditionView condition) {
        var json = JSON.createObjectNode()
                .put("id", condition.id().toString())
                .put("condition", condition.details().condition())
                .put("diagnosedDate", date(condition.details().diagnosedDate()))
                .put("notes", condition.details().notes());
        return times(json, condition.createdAt(), condition.updatedAt());
    }

    private ObjectNode appointment(AppointmentView appointment, boolean transcripts) {
        var json = JSON.createObjectNode()
                .put("id", appointment.id().toString())
                .put("patientId", appointment.patientId().toString())
                .put("providerId", appointment.providerId().toString())
                .put("appointmentDate", MICROSECONDS.format(appointment.appointmentDate()))
                .put("appointmentType", appointment.appointmentType().toString())
                .put("status", appointment.status().toString())
                .put("reason", appointment.reason())
                .put("notes", appointment.notes());
        json.set(
                "vitalSigns",
                readings.of(appointment.id())
                        .<JsonNode>map(InMemoryCharts::vitalSigns)
                        .orElse(json.nullNode()));
        json.set(
                "record",
                records.of(appointment.id())
                        .<JsonNode>map(record -> record(record, transcripts))
                        .orElse(json.nullNode()));
        return times(json, appointment.createdAt(), appointment.updatedAt());
    }

    private static ObjectNode vitalSigns(InMemoryVitalSignsReadings.Stored vitalSigns) {
        var measured = vitalSigns.measurements();
        var pressure = measured.bloodPressure();
        var json = JSON.createObjectNode()
                .put("id", vitalSigns.id().toString())
                .put("appointmentId", vitalSigns.appointmentId().toString())
                .put("bloodPressureSystolic", pressure == null ? null : (Integer) pressure.systolic())
                .put("bloodPressureDiastolic", pressure == null ? null : pressure.diastolic())
                .put("heartRate", measured.heartRate())
                .put("temperature", measured.temperature())
                .put("respiratoryRate", measured.respiratoryRate())
                .put("oxygenSaturation", measured.oxygenSaturation())
                .put("weight", measured.weight())
                .put("height", measured.height())
                .put("bmi", measured.bodyMassIndex());
        return times(json, vitalSigns.createdAt(), vitalSigns.updatedAt());
    }

    private ObjectNode record(MedicalRecordView record, boolean transcripts) {
        var transcript = record.scribe().aiTranscript();
        var json = JSON.createObjectNode()
                .put("id", record.id().toString())
                .put("appointmentId", record.appointmentId().toString())
                .put("chiefComplaint", record.note().chiefComplaint())
                .put("subjective", record.note().subjective())
                .put("objective", record.note().objective())
                .put("assessment", record.note().assessment())
                .put("plan", record.note().plan())
                .put("aiSummary", record.scribe().aiSummary());
        if (transcripts) json.put("aiTranscript", transcript);
        else
            json.put(
                    "aiTranscriptLength",
                    transcript == null ? null : (Integer) transcript.codePointCount(0, transcript.length()));
        var symptoms = json.putArray("symptoms");
        record.symptoms().forEach(symptom -> symptoms.add(symptom(symptom)));
        var prescriptions = json.putArray("prescriptions");
        record.prescriptions().forEach(prescription -> prescriptions.add(prescription(prescription)));
        var signatures = json.putArray("signatures");
        records.signaturesOf(record.id()).forEach(signature -> signatures.add(signature(signature)));
        var addenda = json.putArray("addenda");
        records.addendaOf(record.id()).forEach(addendum -> addenda.add(addendum(addendum)));
        var provenance = json.putArray("provenance");
        records.proposalsOf(record.id()).stream()
                .filter(proposal -> proposal.accepted() != null)
                .sorted(Comparator.comparing((Proposal proposal) ->
                                Objects.requireNonNull(proposal.decision()).at())
                        .thenComparing(proposal -> proposal.id().toString()))
                .forEach(proposal -> provenance.add(provenance(proposal)));
        return times(json, record.createdAt(), record.updatedAt());
    }

    /** Symptoms are enough here: the other kinds are told by whoever stores them. */
    private static ObjectNode provenance(Proposal proposal) {
        var decision = Objects.requireNonNull(proposal.decision());
        var json = JSON.createObjectNode()
                .put("proposalId", proposal.id().toString())
                .put("kind", proposal.proposed().kind().toString())
                .put("factId", decision.fact() == null ? null : decision.fact().toString())
                .put("decision", decision.verdict().toString())
                .put("decidedBy", decision.by().toString())
                .put("decidedAt", MICROSECONDS.format(decision.at()));
        json.set("content", content(proposal.proposed()));
        json.set("edited", decision.content() == null ? JSON.nullNode() : content(decision.content()));
        json.putObject("engine")
                .put("name", proposal.engine().name())
                .put("version", proposal.engine().version());
        var evidence = json.putArray("evidence");
        for (var piece : proposal.grounds().evidence())
            evidence.addObject()
                    .put("start", piece.start())
                    .put("end", piece.end())
                    .put("quote", piece.quote());
        return json.put("valueNotInEvidence", proposal.grounds().valueNotInEvidence());
    }

    private static ObjectNode content(Proposed proposed) {
        if (!(proposed instanceof Proposed.NewSymptom(var details)))
            throw new UnsupportedOperationException("no symptom");
        var json = JSON.createObjectNode();
        var symptom = json.putObject("symptom").put("name", details.name());
        if (details.severity() != null) symptom.put("severity", details.severity());
        if (details.duration() != null) symptom.put("duration", details.duration());
        if (details.notes() != null) symptom.put("notes", details.notes());
        return json;
    }

    private static ObjectNode signature(Signature signature) {
        return JSON.createObjectNode()
                .put("providerId", signature.provider().toString())
                .put("signer", signature.signer())
                .put("meaning", signature.meaning().toString())
                .put("signedAt", MICROSECONDS.format(signature.signedAt()));
    }

    private static ObjectNode addendum(Addendum addendum) {
        return JSON.createObjectNode()
                .put("number", addendum.number())
                .put("providerId", addendum.provider().toString())
                .put("signer", addendum.signer())
                .put("text", addendum.text())
                .put("signedAt", MICROSECONDS.format(addendum.signedAt()));
    }

    private static ObjectNode symptom(SymptomView symptom) {
        var json = JSON.createObjectNode()
                .put("id", symptom.id().toString())
                .put("name", symptom.details().name())
                .put("severity", symptom.details().severity())
                .put("duration", symptom.details().duration())
                .put("notes", symptom.details().notes())
                .put("aiGenerated", symptom.details().aiGenerated());
        return times(json, symptom.createdAt(), symptom.updatedAt());
    }

    private static ObjectNode prescription(PrescriptionView prescription) {
        var json = JSON.createObjectNode()
                .put("id", prescription.id().toString())
                .put("medication", prescription.details().medication())
                .put("dosage", prescription.details().dosage())
                .put("frequency", prescription.details().frequency())
                .put("duration", prescription.details().duration())
                .put("quantity", prescription.details().quantity())
                .put("refills", prescription.details().refills())
                .put("instructions", prescription.details().instructions())
                .put("aiGenerated", prescription.details().aiGenerated());
        return times(json, prescription.createdAt(), prescription.updatedAt());
    }

    private static ObjectNode times(ObjectNode json, Instant createdAt, Instant updatedAt) {
        return json.put("createdAt", MICROSECONDS.format(createdAt)).put("updatedAt", MICROSECONDS.format(updatedAt));
    }

    private static @Nullable String date(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
