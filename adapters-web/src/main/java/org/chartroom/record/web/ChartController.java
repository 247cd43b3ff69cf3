package org.chartroom.record.web;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.http.ETags;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.ChartReview;
import org.chartroom.record.application.Charting;
import org.chartroom.record.application.VersionReview;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class ChartController {

    private final Charting charting;
    private final ChartReview review;
    private final VersionReview versions;
    private final RecordMapper mapper;

    ChartController(Charting charting, ChartReview review, VersionReview versions, RecordMapper mapper) {
        this.charting = charting;
        this.review = review;
        this.versions = versions;
        this.mapper = mapper;
    }

    @PostMapping("/appointments/{id}/visit")
    ResponseEntity<VisitResponse> recordVisit(Actor by, @PathVariable UUID id, @RequestBody VisitBody body) {
        var visit = charting.recordVisit(by, new AppointmentId(id), body.visit());
        return ResponseEntity.created(
                        URI.create("/api/records/" + visit.record().id()))
                .eTag(ETags.of(visit.record().version()))
                .body(mapper.response(visit));
    }

    /** The document goes out as the store wrote it. */
    @GetMapping("/patients/{id}/chart")
    ResponseEntity<String> chart(
            Actor by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean transcripts,
            @RequestParam(required = false) @Nullable Instant asOf) {
        var patient = new PatientId(id);
        var chart =
                asOf == null ? review.chart(by, patient, transcripts) : versions.chart(by, patient, asOf, transcripts);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(chart.json());
    }
}
