package org.chartroom.studio.application;

import java.time.Instant;
import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.studio.RowId;
import org.jspecify.annotations.Nullable;

/**
 * Where something comes from that an AI scribe proposed and a clinician accepted.
 *
 * @param record    the medical record
 * @param fact      the symptom, the prescription or the vital signs that it became; null for a text of the note
 * @param part      of the note, as the database calls it, that it is a text of; null for anything else
 * @param quotes    the words of the transcript that it goes by
 * @param doubtful  whether a value of it follows from none of them
 * @param engine    what proposed it, with its version
 * @param edited    whether something else was proposed than what was accepted
 * @param decidedBy last and first name of who accepted it
 */
@Phi
public record ProvenanceView(
        RowId record,
        @Nullable RowId fact,
        @Nullable String part,
        List<String> quotes,
        boolean doubtful,
        String engine,
        boolean edited,
        String decidedBy,
        Instant decidedAt) {

    public ProvenanceView {
        quotes = List.copyOf(quotes);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
