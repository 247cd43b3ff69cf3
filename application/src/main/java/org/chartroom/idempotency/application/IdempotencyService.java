package org.chartroom.idempotency.application;

import static org.chartroom.audit.Reference.Kind.PATIENT;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.application.out.OldAnswers;
import org.chartroom.idempotency.application.out.RememberedAnswers;
import org.chartroom.idempotency.domain.Answer;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.idempotency.domain.IdempotencyRefusal;
import org.chartroom.idempotency.domain.RememberedAnswer;
import org.chartroom.provider.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class IdempotencyService implements Idempotency, AnswerUpkeep {

    private static final Duration KEPT = Duration.ofHours(24);

    private final RememberedAnswers answers;
    private final OldAnswers old;
    private final AuditTrail trail;
    private final Clock clock;

    IdempotencyService(RememberedAnswers answers, OldAnswers old, AuditTrail trail, Clock clock) {
        this.answers = answers;
        this.old = old;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Optional<Answer> once(Actor by, IdempotencyKey key, Fingerprint request, Supplier<Optional<Answer>> doing) {
        var now = clock.instant();
        var earlier = answers.lock(by, key, now.minus(KEPT));
        if (earlier.isPresent()) return Optional.of(again(by, request, earlier.get()));
        doing.get().ifPresent(answer -> answers.put(by, key, request, answer, now));
        return Optional.empty();
    }

    @Override
    public void removeOld() {
        old.removeBefore(clock.instant().minus(KEPT));
    }

    private Answer again(Actor by, Fingerprint request, RememberedAnswer earlier) {
        if (!earlier.request().equals(request)) throw IdempotencyRefusal.keyReused();
        if (!earlier.visible()) throw IdempotencyRefusal.unknownPatient(earlier.patient());
        trail.record(
                by, AuditEvent.ofPatient(Action.READ, PATIENT, earlier.patient().value()));
        return earlier.answer();
    }
}
