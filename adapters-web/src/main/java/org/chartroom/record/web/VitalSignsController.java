package org.chartroom.record.web;

import java.net.URI;
import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.http.ETags;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.ChartReview;
import org.chartroom.record.application.Measuring;
import org.chartroom.record.application.VitalSignsView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/appointments/{id}/vital-signs")
class VitalSignsController {

    private final Measuring measuring;
    private final ChartReview review;
    private final RecordMapper mapper;

    VitalSignsController(Measuring measuring, ChartReview review, RecordMapper mapper) {
        this.measuring = measuring;
        this.review = review;
        this.mapper = mapper;
    }

    @GetMapping
    ResponseEntity<VitalSignsResponse> vitalSigns(Actor by, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), review.vitalSigns(by, new AppointmentId(id)));
    }

    @PutMapping
    ResponseEntity<VitalSignsResponse> measure(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody VitalSignsBody body) {
        var appointment = new AppointmentId(id);
        if (!ETags.first(ifNoneMatch, ifMatch))
            return answer(
                    ResponseEntity.ok(), measuring.correct(by, appointment, ETags.seen(ifMatch), body.measurements()));
        return answer(
                ResponseEntity.created(URI.create("/api/appointments/%s/vital-signs".formatted(id))),
                measuring.take(by, appointment, body.measurements()));
    }

    @DeleteMapping
    ResponseEntity<Void> discardVitalSigns(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        measuring.discard(by, new AppointmentId(id), ETags.seen(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<VitalSignsResponse> answer(ResponseEntity.BodyBuilder response, VitalSignsView vitalSigns) {
        return response.eTag(ETags.of(vitalSigns.version())).body(mapper.response(vitalSigns));
    }
}
