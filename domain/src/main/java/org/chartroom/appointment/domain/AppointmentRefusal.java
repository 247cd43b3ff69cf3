package org.chartroom.appointment.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.kernel.Refusal;
import org.chartroom.kernel.Version;

/** Every way in which matters of appointments are refused. */
public final class AppointmentRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AppointmentRefusal(Kind kind, String code, String message, Map<String, ?> facts) {
        super(kind, code, message, facts);
    }

    /** There is none, or its patient is another provider's. */
    public static AppointmentRefusal unknown() {
        return new AppointmentRefusal(Kind.UNKNOWN, "not-found", "There is no such appointment.", Map.of());
    }

    /** The patient to be booked does not exist, or is another provider's. */
    public static AppointmentRefusal unknownPatient() {
        return new AppointmentRefusal(Kind.UNKNOWN, "not-found", "There is no such patient.", Map.of());
    }

    /** The version that the change was made from is not the stored one, which is {@code current}. */
    public static AppointmentRefusal stale(AppointmentId id, Version current) {
        return new AppointmentRefusal(
                Kind.STALE,
                "stale-version",
                "The appointment was changed meanwhile.",
                Map.of("appointmentId", id, "current", current));
    }

    static AppointmentRefusal illegalTransition(AppointmentId id, AppointmentStatus from, AppointmentStatus to) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("appointmentId", id);
        facts.put("from", from);
        facts.put("to", to);
        facts.put("allowed", from.next());
        return new AppointmentRefusal(
                Kind.CONFLICT,
                "illegal-transition",
                "An appointment that is %s cannot become %s.".formatted(from, to),
                facts);
    }
}
