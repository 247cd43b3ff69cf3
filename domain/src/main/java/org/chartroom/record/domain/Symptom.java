package org.chartroom.record.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.SymptomId;
import org.jspecify.annotations.Nullable;

/** A symptom that a patient reported or a clinician found. */
@Phi
public record Symptom(SymptomId id, SymptomDetails details) {

    /** As clients read it, by name, in that order, without its times. */
    Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("id", id.toString());
        members.put("name", details.name());
        members.put("severity", details.severity());
        members.put("duration", details.duration());
        members.put("notes", details.notes());
        members.put("aiGenerated", details.aiGenerated());
        return members;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
