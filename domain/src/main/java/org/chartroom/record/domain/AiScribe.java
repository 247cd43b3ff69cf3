package org.chartroom.record.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What an AI scribe contributed to a record, kept to the byte.
 *
 * @param aiTranscript of the whole conversation, at most 500,000 characters
 * @param aiSummary    at most 20,000 characters
 */
@Phi
public record AiScribe(
        @Nullable String aiTranscript, @Nullable String aiSummary) {

    public static final AiScribe NONE = new AiScribe(null, null);

    public AiScribe {
        var wrong = new Violations();
        wrong.optionalText("aiTranscript", aiTranscript, Violations.TRANSCRIPT);
        wrong.optionalText("aiSummary", aiSummary, Violations.FREE_TEXT);
        wrong.refuse();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
