package org.chartroom.idempotency.domain;

import java.util.Map;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;

/** Every way in which a repeated request is refused. */
public final class IdempotencyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private IdempotencyRefusal(Kind kind, String code, String message, Map<String, ?> facts) {
        super(kind, code, message, facts);
    }

    /** Within the last 24 hours the actor sent the key with another request. */
    public static IdempotencyRefusal keyReused() {
        return new IdempotencyRefusal(
                Kind.CONTRADICTION,
                "idempotency-key-reused",
                "The Idempotency-Key was sent with another request before; a new request needs a new key.",
                Map.of());
    }

    /** What was created belongs to a patient who is no longer the actor's to see. */
    public static IdempotencyRefusal unknownPatient(PatientId id) {
        return new IdempotencyRefusal(Kind.UNKNOWN, "not-found", "There is no such patient.", Map.of("patientId", id));
    }
}
