package org.chartroom.appointment.web;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chartroom.appointment.application.AppointmentQuery;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.http.MalformedRequest;
import org.chartroom.http.Parameters;
import org.chartroom.patient.PatientId;
import org.jspecify.annotations.Nullable;

/** Which appointments a client asks for, from the parameters of the list, each of which may be left out. */
final class ListParameters {

    /** @throws MalformedRequest when one is not acceptable */
    static AppointmentQuery query(
            @Nullable Instant from, @Nullable Instant to, @Nullable List<String> statuses, @Nullable UUID patientId) {
        if (from != null && to != null && from.isAfter(to)) throw new MalformedRequest("from", "must not be after to");
        return AppointmentQuery.of(from, to, statuses(statuses), patientId == null ? null : new PatientId(patientId));
    }

    private static Set<AppointmentStatus> statuses(@Nullable List<String> names) {
        var statuses = EnumSet.noneOf(AppointmentStatus.class);
        if (names != null)
            for (var name : names) statuses.add(Parameters.constant("status", name, AppointmentStatus.class));
        return statuses;
    }

    private ListParameters() {}
}
