package org.chartroom.record.application;

import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.domain.Evidence;
import org.chartroom.record.domain.Proposed;

/** What an AI scribe would propose, before anybody has looked whether its evidence stands in the transcript. */
@Phi
public record Suggestion(Proposed proposed, List<Evidence> evidence) {

    public Suggestion {
        evidence = List.copyOf(evidence);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
