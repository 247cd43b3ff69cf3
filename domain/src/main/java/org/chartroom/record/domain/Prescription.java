package org.chartroom.record.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.PrescriptionId;
import org.jspecify.annotations.Nullable;

/** A medication prescribed at a visit. */
@Phi
public record Prescription(PrescriptionId id, PrescriptionDetails details) {

    /** As clients read it, by name, in that order, without its times. */
    Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("id", id.toString());
        members.put("medication", details.medication());
        members.put("dosage", details.dosage());
        members.put("frequency", details.frequency());
        members.put("duration", details.duration());
        members.put("quantity", details.quantity());
        members.put("refills", details.refills());
        members.put("instructions", details.instructions());
        members.put("aiGenerated", details.aiGenerated());
        return members;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
