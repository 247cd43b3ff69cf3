package org.chartroom.appointment.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
            @Nullable String from, @Nullable String to, @Nullable List<String> statuses, @Nullable UUID patientId) {
        var earliest = instant("from", from);
        var tooLate = instant("to", to);
        if (earliest != null && tooLate != null && earliest.isAfter(tooLate))
            throw new MalformedRequest("from", "must not be after to");
        return AppointmentQuery.of(
                earliest, tooLate, statuses(statuses), patientId == null ? null : new PatientId(patientId));
    }

    /** As in JSON: ISO 8601 with an offset and nothing else. A space is what a plus sign that was not escaped becomes. */
    private static @Nullable Instant instant(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) return null;
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAnInstant) {
            throw new MalformedRequest(name, "must be an instant such as 2026-03-02T09:30:00Z");
        }
    }

    private static Set<AppointmentStatus> statuses(@Nullable List<String> names) {
        var statuses = EnumSet.noneOf(AppointmentStatus.class);
        if (names != null)
            for (var name : names) statuses.add(Parameters.constant("status", name, AppointmentStatus.class));
        return statuses;
    }

    private ListParameters() {}
}
