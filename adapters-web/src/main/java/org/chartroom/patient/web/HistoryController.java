package org.chartroom.patient.web;

import java.net.URI;
import java.util.UUID;
import org.chartroom.http.ETags;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.AllergyId;
import org.chartroom.patient.ChronicConditionId;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.HistoryTaking;
import org.chartroom.patient.application.PatientView.AllergyView;
import org.chartroom.patient.application.PatientView.ChronicConditionView;
import org.chartroom.patient.web.PatientResponse.AllergyResponse;
import org.chartroom.patient.web.PatientResponse.ChronicConditionResponse;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every ETag and If-Match here is the patient's. */
@RestController
@RequestMapping("/api/patients/{id}")
class HistoryController {

    private final HistoryTaking history;
    private final PatientMapper mapper;

    HistoryController(HistoryTaking history, PatientMapper mapper) {
        this.history = history;
        this.mapper = mapper;
    }

    @PostMapping("/allergies")
    ResponseEntity<AllergyResponse> recordAllergy(Actor by, @PathVariable UUID id, @RequestBody AllergyBody body) {
        var recorded = history.recordAllergy(by, new PatientId(id), body.details());
        var location = "/api/patients/" + id + "/allergies/" + recorded.value().id();
        return allergy(ResponseEntity.created(URI.create(location)), recorded);
    }

    @PutMapping("/allergies/{allergyId}")
    ResponseEntity<AllergyResponse> reviseAllergy(
            Actor by,
            @PathVariable UUID id,
            @PathVariable UUID allergyId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody AllergyBody body) {
        var seen = ETags.seen(ifMatch);
        return allergy(
                ResponseEntity.ok(),
                history.reviseAllergy(by, new PatientId(id), new AllergyId(allergyId), body.details(), seen));
    }

    @DeleteMapping("/allergies/{allergyId}")
    ResponseEntity<Void> withdrawAllergy(
            Actor by,
            @PathVariable UUID id,
            @PathVariable UUID allergyId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var version = history.withdrawAllergy(by, new PatientId(id), new AllergyId(allergyId), ETags.seen(ifMatch));
        return ResponseEntity.noContent().eTag(ETags.of(version)).build();
    }

    @PostMapping("/chronic-conditions")
    ResponseEntity<ChronicConditionResponse> recordChronicCondition(
            Actor by, @PathVariable UUID id, @RequestBody ChronicConditionBody body) {
        var recorded = history.recordChronicCondition(by, new PatientId(id), body.details());
        var location = "/api/patients/" + id + "/chronic-conditions/"
                + recorded.value().id();
        return condition(ResponseEntity.created(URI.create(location)), recorded);
    }

    @PutMapping("/chronic-conditions/{conditionId}")
    ResponseEntity<ChronicConditionResponse> reviseChronicCondition(
            Actor by,
            @PathVariable UUID id,
            @PathVariable UUID conditionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChronicConditionBody body) {
        var seen = ETags.seen(ifMatch);
        return condition(
                ResponseEntity.ok(),
                history.reviseChronicCondition(
                        by, new PatientId(id), new ChronicConditionId(conditionId), body.details(), seen));
    }

    @DeleteMapping("/chronic-conditions/{conditionId}")
    ResponseEntity<Void> withdrawChronicCondition(
            Actor by,
            @PathVariable UUID id,
            @PathVariable UUID conditionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var version = history.withdrawChronicCondition(
                by, new PatientId(id), new ChronicConditionId(conditionId), ETags.seen(ifMatch));
        return ResponseEntity.noContent().eTag(ETags.of(version)).build();
    }

    private ResponseEntity<AllergyResponse> allergy(
            ResponseEntity.BodyBuilder response, Versioned<AllergyView> allergy) {
        return response.eTag(ETags.of(allergy.version())).body(mapper.response(allergy.value()));
    }

    private ResponseEntity<ChronicConditionResponse> condition(
            ResponseEntity.BodyBuilder response, Versioned<ChronicConditionView> condition) {
        return response.eTag(ETags.of(condition.version())).body(mapper.response(condition.value()));
    }
}
