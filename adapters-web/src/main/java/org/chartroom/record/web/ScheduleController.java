package org.chartroom.record.web;

import java.time.LocalDate;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.DayReview;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/schedule")
class ScheduleController {

    private final DayReview review;

    ScheduleController(DayReview review) {
        this.review = review;
    }

    @GetMapping
    ScheduleResponse schedule(Actor by, @RequestParam(required = false) @Nullable LocalDate date) {
        return ScheduleResponse.of(review.schedule(by, date));
    }
}
