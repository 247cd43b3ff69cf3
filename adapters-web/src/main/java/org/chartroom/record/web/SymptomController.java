package org.chartroom.record.web;

import java.net.URI;
import java.util.UUID;
import org.chartroom.http.ETags;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.application.RecordKeeping;
import org.chartroom.record.web.RecordResponse.SymptomResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entity tags are the record's. */
@RestController
@RequestMapping("/api/records/{id}/symptoms")
class SymptomController {

    private final RecordKeeping keeping;
    private final RecordMapper mapper;

    SymptomController(RecordKeeping keeping, RecordMapper mapper) {
        this.keeping = keeping;
        this.mapper = mapper;
    }

    @PostMapping
    ResponseEntity<SymptomResponse> addSymptom(Actor by, @PathVariable UUID id, @RequestBody SymptomBody body) {
        var added = keeping.add(by, new MedicalRecordId(id), body.details());
        return ResponseEntity.created(URI.create("/api/records/%s/symptoms/%s"
                        .formatted(id, added.value().id())))
                .eTag(ETags.of(added.version()))
                .body(mapper.response(added.value()));
    }

    @PutMapping("/{symptomId}")
    ResponseEntity<SymptomResponse> changeSymptom(
            Actor by,
            @PathVariable UUID id,
            @PathVariable UUID symptomId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SymptomBody body) {
        var seen = ETags.seen(ifMatch);
        var changed = keeping.change(by, new MedicalRecordId(id), new SymptomId(symptomId), seen, body.details());
        return ResponseEntity.ok().eTag(ETags.of(changed.version())).body(mapper.response(changed.value()));
    }

    @DeleteMapping("/{symptomId}")
    ResponseEntity<Void> removeSymptom(
            Actor by,
            @PathVariable UUID id,
            @PathVariable UUID symptomId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var seen = ETags.seen(ifMatch);
        var version = keeping.remove(by, new MedicalRecordId(id), new SymptomId(symptomId), seen);
        return ResponseEntity.noContent().eTag(ETags.of(version)).build();
    }
}
