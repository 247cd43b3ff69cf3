package org.chartroom.record.application;

import static org.chartroom.audit.Reference.Kind.CHART;

import java.time.Clock;
import java.time.Instant;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Page;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.out.Versions;
import org.chartroom.record.application.out.WordComparison;
import org.chartroom.record.domain.RecordDiff;
import org.chartroom.record.domain.RecordRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class VersionReviewService implements VersionReview {

    private final Versions versions;
    private final WordComparison words;
    private final AuditTrail trail;
    private final Clock clock;

    VersionReviewService(Versions versions, WordComparison words, AuditTrail trail, Clock clock) {
        this.versions = versions;
        this.words = words;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Page<VersionView, Integer> versions(Actor by, Reference of, int limit, @Nullable Integer before) {
        var page = versions.page(by, of, limit, before);
        if (page.items().isEmpty()) throw unknown(of);
        tell(by, page.items().getFirst());
        return page;
    }

    @Override
    public Snapshot version(Actor by, Reference of, int number) {
        var snapshot = versions.find(by, of, number).orElseThrow(() -> unknown(of));
        tell(by, snapshot.version());
        return snapshot;
    }

    @Override
    public RecordDiff diff(Actor by, MedicalRecordId id, int from, int to) {
        var latter = record(by, id, to);
        var former = from == 0 ? null : record(by, id, from).record();
        tell(by, latter.version());
        return RecordDiff.between(former, latter.record(), words::compare);
    }

    @Override
    public Chart chart(Actor by, PatientId patient, Instant asOf, boolean transcripts) {
        if (asOf.isAfter(clock.instant())) throw InvalidInput.of("asOf", "out-of-range", "must not be in the future");
        var seen = AuditEvent.ofPatient(Action.READ, CHART, patient.value());
        return trail.reading(by, seen, () -> versions.findChart(by, patient, asOf, transcripts))
                .orElseThrow(() -> RecordRefusal.unknownPatient(patient));
    }

    private RecordVersion record(Actor by, MedicalRecordId id, int number) {
        return versions.findRecord(by, id, number).orElseThrow(RecordRefusal::unknownVersion);
    }

    private static RecordRefusal unknown(Reference of) {
        return of.kind() == Reference.Kind.PATIENT && of.id() != null
                ? RecordRefusal.unknownVersion(new PatientId(of.id()))
                : RecordRefusal.unknownVersion();
    }

    private void tell(Actor by, VersionView seen) {
        trail.record(by, new AuditEvent(Action.READ, seen.of(), seen.patientId().value()));
    }
}
