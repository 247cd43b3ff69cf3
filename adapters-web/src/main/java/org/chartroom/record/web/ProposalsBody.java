package org.chartroom.record.web;

import java.util.List;
import java.util.Objects;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.record.application.Suggestion;
import org.chartroom.record.domain.Engine;
import org.chartroom.record.domain.Evidence;
import org.jspecify.annotations.Nullable;

/** What an AI scribe proposes, as its client writes it. What is required can be left out in JSON; it is checked here. */
@Phi
record ProposalsBody(EngineBody engine, List<ProposalBody> proposals) {

    /** @throws org.chartroom.kernel.InvalidInput naming every field that is not acceptable */
    Checked checked() {
        var wrong = new Violations();
        wrong.required("engine", engine);
        wrong.required("proposals", proposals);
        if (proposals != null && proposals.isEmpty()) wrong.add("proposals", "required", "at least one is required");
        wrong.refuse();
        var made = wrong.part("engine", () -> new Engine(engine.name(), engine.version()));
        var suggestions = wrong.parts("proposals", proposals, ProposalBody::suggestion);
        wrong.refuse();
        return new Checked(made, suggestions);
    }

    /** All of it as the domain has it. */
    @Phi
    record Checked(Engine engine, List<Suggestion> suggestions) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** What made the proposals. */
    @Phi
    record EngineBody(String name, String version) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** One of them. */
    @Phi
    record ProposalBody(ContentBody content, List<EvidenceBody> evidence) {

        private Suggestion suggestion() {
            var wrong = new Violations();
            var proposed = wrong.required("content", content) ? wrong.part("content", content::proposed) : null;
            if (evidence == null || evidence.isEmpty())
                wrong.add("evidence", "required", "at least one piece is required");
            var pieces = wrong.parts("evidence", evidence, EvidenceBody::evidence);
            wrong.refuse();
            return new Suggestion(Objects.requireNonNull(proposed), pieces);
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** Where in the transcript what words stand; {@code start} and {@code end} count code points. */
    @Phi
    record EvidenceBody(@Nullable Integer start, @Nullable Integer end, String quote) {

        private Evidence evidence() {
            var wrong = new Violations();
            wrong.required("start", start);
            wrong.required("end", end);
            wrong.required("quote", quote);
            wrong.refuse();
            return new Evidence(Objects.requireNonNull(start), Objects.requireNonNull(end), quote);
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
