package org.chartroom.studio.domain;

import java.util.Map;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.PatientId;

/** Every way in which looking at the tables is refused. */
public final class StudioRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private StudioRefusal(String message, Map<String, ?> facts) {
        super(Kind.UNKNOWN, "not-found", message, facts);
    }

    public static StudioRefusal unknownTable() {
        return new StudioRefusal("There is no such table.", Map.of());
    }

    public static StudioRefusal unknownColumn(ClinicTable table) {
        return new StudioRefusal("There is no such column.", Map.of("table", table));
    }

    /** There is none of that id, or the actor is not on the patient's care team. */
    public static StudioRefusal unknownRow(ClinicTable table) {
        return new StudioRefusal("There is no such row.", Map.of("table", table));
    }

    /** There is none, or the actor is not on the care team. */
    public static StudioRefusal unknownPatient(PatientId id) {
        return new StudioRefusal("There is no such patient.", Map.of("patientId", id));
    }

    public static StudioRefusal unknownIndex() {
        return new StudioRefusal("There is no such index.", Map.of());
    }
}
