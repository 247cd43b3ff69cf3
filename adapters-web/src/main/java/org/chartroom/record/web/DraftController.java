package org.chartroom.record.web;

import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.Drafting;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A draft is kept as the JSON that its client sent, once that is found to be one. */
@RestController
@RequestMapping("/api/appointments/{id}/draft")
class DraftController {

    private final Drafting drafting;
    private final JsonMapper json;

    DraftController(Drafting drafting, JsonMapper json) {
        this.drafting = drafting;
        this.json = json;
    }

    @GetMapping
    DraftResponse draft(Actor by, @PathVariable UUID id) {
        var draft = drafting.draft(by, new AppointmentId(id));
        return new DraftResponse(
                draft.appointmentId(),
                json.readValue(draft.note(), DraftBody.class),
                draft.createdAt(),
                draft.updatedAt());
    }

    @PutMapping
    ResponseEntity<Void> saveDraft(Actor by, @PathVariable UUID id, @RequestBody DraftBody body) {
        drafting.save(by, new AppointmentId(id), json.writeValueAsString(body.checked()));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    ResponseEntity<Void> discardDraft(Actor by, @PathVariable UUID id) {
        drafting.discard(by, new AppointmentId(id));
        return ResponseEntity.noContent().build();
    }
}
