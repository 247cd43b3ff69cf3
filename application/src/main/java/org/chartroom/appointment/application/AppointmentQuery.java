package org.chartroom.appointment.application;

import static org.chartroom.appointment.domain.AppointmentDetails.EARLIEST;
import static org.chartroom.appointment.domain.AppointmentDetails.LATEST;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.patient.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Which appointments are asked for.
 *
 * @param from     the earliest, cut to whole microseconds
 * @param to       the first that is too late, cut the same way
 * @param statuses those that count, in the order of the workflow
 * @param patient  null for the appointments that the actor holds; with a patient on whose care team the actor is, that
 *                 patient's, whoever holds them
 */
public record AppointmentQuery(
        Instant from,
        Instant to,
        Set<AppointmentStatus> statuses,
        @Nullable PatientId patient) {

    private static final Instant END = LATEST.plus(1, ChronoUnit.MICROS);

    public AppointmentQuery {
        from = within(from);
        to = within(to);
        statuses = Collections.unmodifiableSet(new TreeSet<>(statuses));
    }

    /**
     * What is left out bounds nothing.
     *
     * @param statuses empty for all
     */
    public static AppointmentQuery of(
            @Nullable Instant from,
            @Nullable Instant to,
            Set<AppointmentStatus> statuses,
            @Nullable PatientId patient) {
        return new AppointmentQuery(
                from == null ? EARLIEST : from,
                to == null ? END : to,
                statuses.isEmpty() ? EnumSet.allOf(AppointmentStatus.class) : statuses,
                patient);
    }

    /** No appointment lies beyond the bounds, so it is the same to ask as far as they go. */
    private static Instant within(Instant at) {
        if (at.isBefore(EARLIEST)) return EARLIEST;
        return at.isAfter(END) ? END : at.truncatedTo(ChronoUnit.MICROS);
    }
}
