package org.chartroom.record.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;
import org.chartroom.record.FactId;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.PrescriptionId;
import org.chartroom.record.ProposalId;
import org.chartroom.record.SymptomId;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.Proposed.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What an AI scribe heard in a visit and proposes for its record, with the words that it goes by. It is no part of the
 * record before a clinician decides so; decided, it is kept as where the fact comes from. Immutable.
 *
 * @param sentBy   whose account the scribe used
 * @param sentAt   to the microsecond
 * @param decision null while nobody has decided
 */
@Phi
public record Proposal(
        ProposalId id,
        MedicalRecordId record,
        Engine engine,
        Proposed proposed,
        Grounds grounds,
        ProviderId sentBy,
        Instant sentAt,
        @Nullable Decision decision) {

    public Proposal {
        sentAt = sentAt.truncatedTo(ChronoUnit.MICROS);
        if (decision != null) {
            if (decision.content() != null && decision.content().kind() != proposed.kind())
                throw InvalidInput.of("content", "wrong", "must be of the kind that was proposed");
            if ((decision.fact() != null) != becomesFact(proposed, decision.verdict()))
                throw new IllegalArgumentException("a fact that it did not become, or none that it became");
        }
    }

    /**
     * A new proposal, from the record's transcript.
     *
     * @throws InvalidInput {@code required} or {@code too-many} at {@code evidence}; {@code out-of-range},
     *     {@code inside-character} or {@code mismatch} at each piece that does not stand in the transcript
     */
    public static Proposal begin(
            ProposalId id,
            MedicalRecord record,
            Engine engine,
            Proposed proposed,
            List<Evidence> evidence,
            ProviderId sentBy,
            Instant sentAt) {
        var grounds = Grounds.in(record.scribe().aiTranscript(), proposed, evidence);
        return new Proposal(id, record.id(), engine, proposed, grounds, sentBy, sentAt, null);
    }

    /**
     * As decided.
     *
     * @param content what it is edited to; null unless it is
     * @param fact    asked for the identity of what it becomes, unless that is nothing or the text of a section: a new
     *                one, or that of the visit's vital signs
     * @throws RecordRefusal {@code already-decided}
     * @throws InvalidInput  at {@code content}: {@code required} of what is edited, {@code unknown} of what is not,
     *     {@code wrong} when it is of another kind
     */
    public Proposal decide(
            Verdict verdict, @Nullable Proposed content, ProviderId by, Instant at, Supplier<FactId> fact) {
        if (decision != null) throw RecordRefusal.alreadyDecided(id);
        var became = becomesFact(proposed, verdict) ? fact.get() : null;
        var made = new Decision(verdict, by, at, content, became);
        return new Proposal(id, record, engine, proposed, grounds, sentBy, sentAt, made);
    }

    /** Whether it is decided already, and just so: by the same clinician, to the same. */
    public boolean isDecided(Verdict verdict, @Nullable Proposed content, ProviderId by) {
        return decision != null
                && decision.verdict() == verdict
                && decision.by().equals(by)
                && Objects.equals(decision.content(), content);
    }

    /** What was accepted, as proposed or as edited; null while undecided, and when it was rejected. */
    public @Nullable Proposed accepted() {
        if (decision == null) return null;
        return switch (decision.verdict()) {
            case ACCEPTED -> proposed;
            case EDITED -> decision.content();
            case REJECTED -> null;
        };
    }

    /**
     * The record with the symptom, the prescription or the text that was accepted.
     *
     * @throws InvalidInput {@code too-many} at {@code symptoms} or {@code prescriptions}, {@code too-long} at
     *     {@code text}, when the record has no room for it
     */
    public MedicalRecord applyTo(MedicalRecord before) {
        if (!before.id().equals(record)) throw new IllegalArgumentException("another record");
        return switch (accepted()) {
            case Proposed.NewSymptom symptom -> before.with(new Symptom(new SymptomId(fact()), symptom.details()));
            case Proposed.NewPrescription prescription ->
                before.with(new Prescription(new PrescriptionId(fact()), prescription.details()));
            case Proposed.SectionText section -> before.with(section.part(), section.text());
            case Proposed.Measured _ -> throw new IllegalStateException("vital signs are no part of a record");
            case null -> throw new IllegalStateException("not accepted");
        };
    }

    /**
     * The visit's vital signs with those that were accepted in place of the same that were there.
     *
     * @param before null when the visit had none
     */
    public Measurements applyToVitalSigns(@Nullable Measurements before) {
        if (accepted() instanceof Proposed.Measured(var measured))
            return before == null ? measured : before.with(measured);
        throw new IllegalStateException("no vital signs, or not accepted");
    }

    private static boolean becomesFact(Proposed proposed, Verdict verdict) {
        return verdict != Verdict.REJECTED && proposed.kind() != Kind.SECTION;
    }

    /**
     * The identity of what it became.
     *
     * @throws IllegalStateException when it became nothing that has one
     */
    public UUID fact() {
        if (decision == null || decision.fact() == null) throw new IllegalStateException("not accepted");
        return decision.fact().value();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
