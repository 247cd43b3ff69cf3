package org.chartroom.record.web;

import java.util.UUID;
import org.chartroom.http.ETags;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
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

/** The transcript of a visit by itself: a scribe has it long before there is a note, and it is long. */
@RestController
@RequestMapping("/api/records/{id}/transcript")
class TranscriptController {

    private final RecordKeeping keeping;
    private final ChartReview review;

    TranscriptController(RecordKeeping keeping, ChartReview review) {
        this.keeping = keeping;
        this.review = review;
    }

    @GetMapping
    ResponseEntity<Transcript> transcript(Actor by, @PathVariable UUID id) {
        return answer(review.record(by, new MedicalRecordId(id)));
    }

    @PutMapping
    ResponseEntity<Transcript> replaceTranscript(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TranscriptBody body) {
        return answer(keeping.transcribe(by, new MedicalRecordId(id), ETags.seen(ifMatch), body.checked()));
    }

    private static ResponseEntity<Transcript> answer(MedicalRecordView record) {
        return ResponseEntity.ok()
                .eTag(ETags.of(record.version()))
                .body(new Transcript(record.scribe().aiTranscript()));
    }

    /** Null while the record has none. */
    @Phi
    record Transcript(@Nullable String aiTranscript) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** What is required can be left out in JSON; it is checked before it is used. */
    @Phi
    record TranscriptBody(String aiTranscript) {

        private String checked() {
            var wrong = new Violations();
            wrong.text("aiTranscript", aiTranscript, Violations.TRANSCRIPT);
            wrong.refuse();
            return aiTranscript;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
