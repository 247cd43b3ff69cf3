package org.chartroom.appointment.web;

import org.chartroom.appointment.application.OwnHours;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.http.ETags;
import org.chartroom.kernel.Versioned;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A provider's hours are the appointment feature's, though a client finds them below the provider. */
@RestController
@RequestMapping("/api/me/hours")
class HoursController {

    private final OwnHours ownHours;

    HoursController(OwnHours ownHours) {
        this.ownHours = ownHours;
    }

    @GetMapping
    ResponseEntity<HoursBody> hours(Actor by) {
        return answer(ownHours.hours(by));
    }

    @PutMapping
    ResponseEntity<HoursBody> changeHours(
            Actor by,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HoursBody body) {
        return answer(ownHours.replace(by, body.hours(), ETags.seen(ifMatch)));
    }

    private static ResponseEntity<HoursBody> answer(Versioned<WorkingHours> hours) {
        return ResponseEntity.ok().eTag(ETags.of(hours.version())).body(HoursBody.of(hours.value()));
    }
}
