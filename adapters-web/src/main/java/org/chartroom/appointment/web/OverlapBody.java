package org.chartroom.appointment.web;

import org.chartroom.appointment.domain.Overbooking;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/** How a client allows an appointment to overlap others: by saying so and why, both or neither. */
final class OverlapBody {

    /** Null when it is not allowed, and when what was written is not acceptable. */
    static @Nullable Overbooking overbooking(
            Violations wrong, @Nullable Boolean allowOverlap, @Nullable String overlapReason) {
        if (Boolean.TRUE.equals(allowOverlap)) return wrong.part(() -> overbooking(overlapReason));
        if (overlapReason != null) wrong.add("allowOverlap", "incomplete", "must be true beside overlapReason");
        return null;
    }

    @SuppressWarnings("NullAway") // JSON can leave it out; the domain then says so
    private static Overbooking overbooking(@Nullable String overlapReason) {
        return new Overbooking(overlapReason);
    }

    private OverlapBody() {}
}
