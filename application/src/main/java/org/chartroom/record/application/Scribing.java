package org.chartroom.record.application;

import java.util.List;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.Engine;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.Proposed;
import org.jspecify.annotations.Nullable;

/**
 * What an AI scribe proposes for a record, and what a clinician makes of it. Each of these is refused with {@code not-found}
 * when the actor does not see the record. Who proposes and who decides may write the record: the others are refused with
 * {@code forbidden}, with {@code illegal-transition} unless the appointment is in progress or completed, and with
 * {@code record-signed} once somebody has signed the record.
 */
public interface Scribing {

    /**
     * Proposes some things, all or none. None of them is part of the record before it is decided.
     *
     * @throws org.chartroom.kernel.InvalidInput at {@code proposals[i].evidence[j]} for what does not stand in the record's
     *     transcript: {@code out-of-range}, {@code inside-character}, {@code mismatch}; {@code too-many} at
     *     {@code proposals} when the record would have more than 1,000
     */
    List<Proposal> propose(Actor by, MedicalRecordId id, Engine engine, List<Suggestion> suggestions);

    /** Everything that was ever proposed for a record, in the order in which it came. */
    List<Proposal> proposals(Actor by, MedicalRecordId id);

    /** One of them. */
    Proposal proposal(Actor by, MedicalRecordId id, ProposalId proposal);

    /**
     * Decides a proposal, for good. Accepted or edited it becomes a symptom or a prescription of the record, a text in one of
     * its parts, below what stands there, or figures among the vital signs of the visit, in place of the same that were
     * there. The same decision by the same clinician once more changes nothing and is answered as the first was.
     *
     * @param content what it is edited to; null unless it is
     * @throws org.chartroom.kernel.Refusal {@code not-found} also when the record has no such proposal;
     *     {@code already-decided}
     * @throws org.chartroom.kernel.InvalidInput at {@code content} when it does not go with the decision, or is of another
     *     kind than the proposal; {@code too-many}, {@code too-long} when the record has no room for it
     */
    Proposal decide(Actor by, MedicalRecordId id, ProposalId proposal, Verdict verdict, @Nullable Proposed content);
}
