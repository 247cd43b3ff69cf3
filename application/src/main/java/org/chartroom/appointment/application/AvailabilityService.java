package org.chartroom.appointment.application;

import static org.chartroom.audit.Reference.Kind.FREE_TIMES;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.chartroom.appointment.application.out.BusyTimes;
import org.chartroom.appointment.application.out.HoursOfWork;
import org.chartroom.appointment.domain.FreeTimes;
import org.chartroom.appointment.domain.TimeSpan;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class AvailabilityService implements Availability {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MOST_DAYS = 31;

    private final HoursOfWork hoursOfWork;
    private final BusyTimes busyTimes;
    private final AuditTrail trail;
    private final Clock clock;

    AvailabilityService(HoursOfWork hoursOfWork, BusyTimes busyTimes, AuditTrail trail, Clock clock) {
        this.hoursOfWork = hoursOfWork;
        this.busyTimes = busyTimes;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Page<TimeSpan, Instant> freeTimes(Actor by, Wanted wanted, int limit, @Nullable Instant after) {
        var zone = clock.getZone();
        check(wanted, zone);
        var hours = hoursOfWork
                .find(by, wanted.provider())
                .orElseThrow(() -> InvalidInput.of(
                        "providerId", "unknown", "must be a provider of the clinic whose account is open"));
        var asked = new TimeSpan(wanted.from(), wanted.to());
        var taken = busyTimes.find(by, wanted.provider(), asked.wholeDays(zone));
        var free = new FreeTimes(hours.value(), taken, busyTimes.length(by, wanted.type()), zone);
        var earliest = earliest(wanted.from(), after);
        var upToOneMore = earliest.isBefore(wanted.to())
                ? free.beginningIn(new TimeSpan(earliest, wanted.to()))
                        .limit(limit + 1)
                        .toList()
                : List.<TimeSpan>of();
        trail.record(by, AuditEvent.ofProvider(Action.READ, FREE_TIMES, wanted.provider()));
        return Page.of(upToOneMore, limit, TimeSpan::from);
    }

    private Instant earliest(Instant from, @Nullable Instant after) {
        var behind = after == null ? Instant.MIN : after.plusNanos(1);
        return Collections.max(List.of(from, clock.instant(), behind));
    }

    private static void check(Wanted wanted, ZoneId zone) {
        var wrong = new Violations();
        if (wanted.from().isBefore(EARLIEST) || wanted.from().isAfter(LATEST))
            wrong.add("from", "out-of-range", "must be between " + EARLIEST + " and " + LATEST);
        else if (!wanted.to().isAfter(wanted.from())
                || wanted.to()
                        .isAfter(wanted.from().atZone(zone).plusDays(MOST_DAYS).toInstant()))
            wrong.add("to", "out-of-range", "must be after from, by " + MOST_DAYS + " days at most");
        wrong.refuse();
    }
}
