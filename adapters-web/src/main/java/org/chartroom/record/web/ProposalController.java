package org.chartroom.record.web;

import java.net.URI;
import java.util.UUID;
import org.chartroom.http.Paging;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.application.Scribing;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.Proposed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/records/{id}/proposals")
class ProposalController {

    private final Scribing scribing;

    ProposalController(Scribing scribing) {
        this.scribing = scribing;
    }

    @PostMapping
    ResponseEntity<Paging.Items<ProposalResponse>> propose(
            Actor by, @PathVariable UUID id, @RequestBody ProposalsBody body) {
        var sent = body.checked();
        var proposals = scribing.propose(by, new MedicalRecordId(id), sent.engine(), sent.suggestions());
        return ResponseEntity.created(URI.create("/api/records/" + id + "/proposals"))
                .body(Paging.all(proposals, ProposalResponse::of));
    }

    @GetMapping
    Paging.Items<ProposalResponse> proposals(Actor by, @PathVariable UUID id) {
        return Paging.all(scribing.proposals(by, new MedicalRecordId(id)), ProposalResponse::of);
    }

    @GetMapping("/{proposal}")
    ProposalResponse proposal(Actor by, @PathVariable UUID id, @PathVariable UUID proposal) {
        return ProposalResponse.of(scribing.proposal(by, new MedicalRecordId(id), new ProposalId(proposal)));
    }

    @PutMapping("/{proposal}")
    ProposalResponse decide(
            Actor by, @PathVariable UUID id, @PathVariable UUID proposal, @RequestBody DecisionBody body) {
        var verdict = body.checked();
        var content = body.content == null ? null : DecisionBody.edited(body.content);
        return ProposalResponse.of(
                scribing.decide(by, new MedicalRecordId(id), new ProposalId(proposal), verdict, content));
    }

    /**
     * What is required can be left out in JSON; it is checked before it is used.
     *
     * @param content what it is edited to; left out unless it is
     */
    @Phi
    record DecisionBody(Verdict decision, @Nullable ContentBody content) {

        private Verdict checked() {
            var wrong = new Violations();
            wrong.required("decision", decision);
            wrong.refuse();
            return decision;
        }

        private static Proposed edited(ContentBody content) {
            var wrong = new Violations();
            var proposed = wrong.part("content", content::proposed);
            wrong.refuse();
            return proposed;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
