package org.chartroom.record.web;

import java.time.Instant;
import java.util.List;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.FactId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.Evidence;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.Proposed;
import org.jspecify.annotations.Nullable;

/**
 * What an AI scribe proposed, as a client reads it.
 *
 * @param decision null while nobody has decided, as {@code decidedBy} and {@code decidedAt}
 * @param edited   what was accepted in place of {@code content}; null unless it was edited
 * @param factId   the symptom, the prescription or the vital signs that it became; null for a section, and unless accepted
 */
@Phi
record ProposalResponse(
        ProposalId id,
        MedicalRecordId recordId,
        Proposed.Kind kind,
        ContentBody content,
        EngineResponse engine,
        List<EvidenceResponse> evidence,
        String transcriptSha256,
        boolean valueNotInEvidence,
        ProviderId sentBy,
        Instant sentAt,
        @Nullable Verdict decision,
        @Nullable ContentBody edited,
        @Nullable FactId factId,
        @Nullable ProviderId decidedBy,
        @Nullable Instant decidedAt) {

    static ProposalResponse of(Proposal proposal) {
        var decision = proposal.decision();
        var edited = decision == null ? null : decision.content();
        return new ProposalResponse(
                proposal.id(),
                proposal.record(),
                proposal.proposed().kind(),
                ContentBody.of(proposal.proposed()),
                new EngineResponse(proposal.engine().name(), proposal.engine().version()),
                proposal.grounds().evidence().stream().map(EvidenceResponse::of).toList(),
                proposal.grounds().transcriptSha256(),
                proposal.grounds().valueNotInEvidence(),
                proposal.sentBy(),
                proposal.sentAt(),
                decision == null ? null : decision.verdict(),
                edited == null ? null : ContentBody.of(edited),
                decision == null ? null : decision.fact(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at());
    }

    /** What made it. */
    @Phi
    record EngineResponse(String name, String version) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** Where in the transcript what words stand, in code points. */
    @Phi
    record EvidenceResponse(int start, int end, String quote) {

        private static EvidenceResponse of(Evidence piece) {
            return new EvidenceResponse(piece.start(), piece.end(), piece.quote());
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
