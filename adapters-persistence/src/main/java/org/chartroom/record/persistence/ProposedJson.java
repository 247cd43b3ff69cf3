package org.chartroom.record.persistence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.record.domain.BloodPressure;
import org.chartroom.record.domain.Evidence;
import org.chartroom.record.domain.Measurements;
import org.chartroom.record.domain.PrescriptionDetails;
import org.chartroom.record.domain.Proposed;
import org.chartroom.record.domain.SoapPart;
import org.chartroom.record.domain.SymptomDetails;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is proposed, and on what evidence, as it is kept: as clients read it, without what is not there. */
final class ProposedJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String text(Proposed proposed) {
        var content = JSON.createObjectNode();
        switch (proposed) {
            case Proposed.NewSymptom symptom -> put(content.putObject("symptom"), symptom.details());
            case Proposed.NewPrescription prescription ->
                put(content.putObject("prescription"), prescription.details());
            case Proposed.Measured measured -> put(content.putObject("vitalSigns"), measured.measurements());
            case Proposed.SectionText section ->
                content.putObject("section")
                        .put("part", section.part().toString())
                        .put("text", section.text());
        }
        return content.toString();
    }

    private static void put(ObjectNode json, SymptomDetails symptom) {
        json.put("name", symptom.name());
        if (symptom.severity() != null) json.put("severity", symptom.severity());
        if (symptom.duration() != null) json.put("duration", symptom.duration());
        if (symptom.notes() != null) json.put("notes", symptom.notes());
    }

    private static void put(ObjectNode json, PrescriptionDetails prescription) {
        json.put("medication", prescription.medication())
                .put("dosage", prescription.dosage())
                .put("frequency", prescription.frequency())
                .put("duration", prescription.duration());
        if (prescription.quantity() != null) json.put("quantity", prescription.quantity());
        json.put("refills", prescription.refills());
        if (prescription.instructions() != null) json.put("instructions", prescription.instructions());
    }

    private static void put(ObjectNode json, Measurements measured) {
        var pressure = measured.bloodPressure();
        if (pressure != null) json.put("bloodPressureSystolic", pressure.systolic());
        if (pressure != null && pressure.diastolic() != null) json.put("bloodPressureDiastolic", pressure.diastolic());
        if (measured.heartRate() != null) json.put("heartRate", measured.heartRate());
        if (measured.temperature() != null) json.put("temperature", measured.temperature());
        if (measured.respiratoryRate() != null) json.put("respiratoryRate", measured.respiratoryRate());
        if (measured.oxygenSaturation() != null) json.put("oxygenSaturation", measured.oxygenSaturation());
        if (measured.weight() != null) json.put("weight", measured.weight());
        if (measured.height() != null) json.put("height", measured.height());
    }

    static Proposed proposed(String text) {
        var content = JSON.readTree(text);
        var kind = content.propertyNames().iterator().next();
        var what = content.path(kind);
        return switch (kind) {
            case "symptom" ->
                new Proposed.NewSymptom(new SymptomDetails(
                        string(what, "name"),
                        integer(what, "severity"),
                        optional(what, "duration"),
                        optional(what, "notes"),
                        true));
            case "prescription" ->
                new Proposed.NewPrescription(new PrescriptionDetails(
                        string(what, "medication"),
                        string(what, "dosage"),
                        string(what, "frequency"),
                        string(what, "duration"),
                        integer(what, "quantity"),
                        what.path("refills").intValue(),
                        optional(what, "instructions"),
                        true));
            case "vitalSigns" ->
                new Proposed.Measured(new Measurements(
                        BloodPressure.of(
                                integer(what, "bloodPressureSystolic"), integer(what, "bloodPressureDiastolic")),
                        integer(what, "heartRate"),
                        decimal(what, "temperature"),
                        integer(what, "respiratoryRate"),
                        integer(what, "oxygenSaturation"),
                        decimal(what, "weight"),
                        decimal(what, "height")));
            case "section" -> new Proposed.SectionText(part(string(what, "part")), string(what, "text"));
            default -> throw new IllegalStateException("no kind of proposal");
        };
    }

    private static SoapPart part(String name) {
        return Stream.of(SoapPart.values())
                .filter(part -> part.toString().equals(name))
                .findAny()
                .orElseThrow();
    }

    static String text(List<Evidence> evidence) {
        var pieces = JSON.createArrayNode();
        for (var piece : evidence)
            pieces.addObject()
                    .put("start", piece.start())
                    .put("end", piece.end())
                    .put("quote", piece.quote());
        return pieces.toString();
    }

    static List<Evidence> evidence(String text) {
        var pieces = new ArrayList<Evidence>();
        for (var piece : JSON.readTree(text))
            pieces.add(new Evidence(
                    piece.path("start").intValue(), piece.path("end").intValue(), string(piece, "quote")));
        return pieces;
    }

    private static String string(JsonNode json, String name) {
        return json.path(name).stringValue();
    }

    private static @Nullable String optional(JsonNode json, String name) {
        return json.has(name) ? json.path(name).stringValue() : null;
    }

    private static @Nullable Integer integer(JsonNode json, String name) {
        return json.has(name) ? (Integer) json.path(name).intValue() : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode json, String name) {
        return json.has(name) ? json.path(name).decimalValue() : null;
    }

    private ProposedJson() {}
}
