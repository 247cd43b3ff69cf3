package org.chartroom.appointment.web;

import java.time.Instant;
import java.util.UUID;
import org.chartroom.appointment.application.Availability;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.TimeSpan;
import org.chartroom.http.Paging;
import org.chartroom.http.Parameters;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/slots")
class SlotController {

    private final Availability availability;

    SlotController(Availability availability) {
        this.availability = availability;
    }

    /** The cursor names the last time by its beginning, which is a whole second. */
    @GetMapping
    Paging.Items<TimeSpan> slots(
            Actor by,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam String type,
            @RequestParam(required = false) @Nullable UUID providerId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var provider = providerId == null ? by.id() : new ProviderId(providerId);
        var wanted =
                new Availability.Wanted(provider, Parameters.constant("type", type, AppointmentType.class), from, to);
        var paging = Paging.of(limit, cursor, "slots", from, to, type, provider);
        var page = availability.freeTimes(by, wanted, paging.limit(), after(paging, from, to));
        return paging.items(page, time -> time, last -> Paging.number(last.getEpochSecond()));
    }

    private static @Nullable Instant after(Paging paging, Instant from, Instant to) {
        var second = paging.afterNumber();
        if (second == null) return null;
        if (second < from.getEpochSecond() || second > to.getEpochSecond()) throw Paging.lost();
        return Instant.ofEpochSecond(second);
    }
}
