package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.SCHEDULE;

import java.time.Clock;
import java.time.LocalDate;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.out.Schedules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class DayReviewService implements DayReview {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final Schedules schedules;
    private final AuditTrail trail;
    private final Clock clock;

    DayReviewService(Schedules schedules, AuditTrail trail, Clock clock) {
        this.schedules = schedules;
        this.trail = trail;
        this.clock = clock;
    }

    /** Where clocks are changed a day has 23 hours or 25: it ends when the next one begins. */
    @Override
    public ScheduleView schedule(Actor by, @Nullable LocalDate day) {
        var zone = clock.getZone();
        var date = day == null ? LocalDate.now(clock) : day;
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST))
            throw InvalidInput.of("date", "out-of-range", "must be between " + EARLIEST + " and " + LATEST);
        var from = date.atStartOfDay(zone).toInstant();
        var to = date.plusDays(1).atStartOfDay(zone).toInstant();
        var items = trail.reading(by, SCHEDULE, () -> schedules.find(by, from, to));
        return new ScheduleView(date, zone.getId(), items);
    }
}
