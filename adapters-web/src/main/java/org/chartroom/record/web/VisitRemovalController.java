package org.chartroom.record.web;

import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.http.ETags;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.VisitRemoval;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VisitRemovalController {

    private final VisitRemoval removal;

    VisitRemovalController(VisitRemoval removal) {
        this.removal = removal;
    }

    @DeleteMapping("/api/appointments/{id}")
    ResponseEntity<Void> removeAppointment(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        removal.remove(by, new AppointmentId(id), ETags.seen(ifMatch));
        return ResponseEntity.noContent().build();
    }
}
