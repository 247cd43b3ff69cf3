package org.chartroom.record.web;

import java.net.URI;
import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.http.ETags;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.ChartReview;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.RecordKeeping;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class RecordController {

    private final RecordKeeping keeping;
    private final ChartReview review;
    private final RecordMapper mapper;

    RecordController(RecordKeeping keeping, ChartReview review, RecordMapper mapper) {
        this.keeping = keeping;
        this.review = review;
        this.mapper = mapper;
    }

    @GetMapping("/appointments/{id}/record")
    ResponseEntity<RecordResponse> recordOf(Actor by, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), review.record(by, new AppointmentId(id)));
    }

    @PutMapping("/appointments/{id}/record")
    ResponseEntity<RecordResponse> writeRecord(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody RecordBody body) {
        var appointment = new AppointmentId(id);
        if (!ETags.first(ifNoneMatch, ifMatch))
            return answer(ResponseEntity.ok(), keeping.revise(by, appointment, ETags.seen(ifMatch), body.content()));
        var record = keeping.begin(by, appointment, body.content());
        return answer(ResponseEntity.created(URI.create("/api/records/" + record.id())), record);
    }

    @GetMapping("/records/{id}")
    ResponseEntity<RecordResponse> record(Actor by, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), review.record(by, new MedicalRecordId(id)));
    }

    @PutMapping("/records/{id}")
    ResponseEntity<RecordResponse> reviseRecord(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RecordBody body) {
        var seen = ETags.seen(ifMatch);
        return answer(ResponseEntity.ok(), keeping.revise(by, new MedicalRecordId(id), seen, body.content()));
    }

    private ResponseEntity<RecordResponse> answer(ResponseEntity.BodyBuilder response, MedicalRecordView record) {
        return response.eTag(ETags.of(record.version())).body(mapper.response(record));
    }
}
