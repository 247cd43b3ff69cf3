package org.chartroom.record.application.out;

import java.time.Instant;
import java.util.List;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.ScheduleView;

/** What providers have before them; each is one read. */
public interface Schedules {

    /** The appointments that the actor holds and that begin from {@code from} up to, not at, {@code to}; by time and id. */
    List<ScheduleView.Item> find(Actor by, Instant from, Instant to);
}
