package org.chartroom.audit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.out.AuditEvents;
import org.chartroom.audit.application.out.EventsOfNobody;
import org.chartroom.audit.application.out.SealedTrail;
import org.chartroom.audit.application.out.SealedTrail.Standing;
import org.chartroom.audit.domain.Seal;
import org.chartroom.audit.domain.SealHead;
import org.chartroom.audit.domain.TrailCheck;
import org.chartroom.audit.domain.Verdict;
import org.chartroom.audit.domain.Verdict.Breach;
import org.chartroom.jdbc.AuditorJdbc;
import org.chartroom.jdbc.Store;
import org.chartroom.jdbc.TestDatabase;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.ProviderId;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twelve events, sealed as 1 to 5, 6 to 9 and 10 to 12; then somebody with every right on the database alters them. */
class TamperingIT {

    private static final Instant NOW = Instant.parse("2030-03-04T08:00:00Z");

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated();

    @AutoClose
    private final Store store = Store.over(database);

    private final JdbcClient superuser = JdbcClient.create(database.superuser());
    private final SealedTrail trail = store.repository(SealedTrail.class);
    private final List<SealHead> file = new ArrayList<>();

    @BeforeEach
    void twelveEventsInThreeSeals() {
        for (var i = 1; i <= 12; i++) told(i);
        for (var end : List.of(5L, 9L, 12L)) seal(end);
        file.addAll(trail.heads(1, 10));
        assertThat(check()).isEqualTo(new Verdict(3, 12, 0, 3, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recorded_at = recorded_at + interval '1 microsecond'",
                "action = 'update'",
                "kind = 'patient'",
                "object_id = gen_random_uuid()",
                "patient_id = gen_random_uuid()",
                "provider_id = gen_random_uuid()",
                "session_id = gen_random_uuid()",
                "request_id = gen_random_uuid()",
                "address = '203.0.113.9'",
                "outcome = 'forbidden'"
            })
    void anEventThatWasChangedIsNamed(String change) {
        tamper("update audit.event set %s where id = 7".formatted(change));

        assertBroken(7, Breach.EVENT_CHANGED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 12})
    void anEventThatWasDeletedIsNamed(long id) {
        tamper("delete from audit.event where id = " + id);

        assertBroken(id, Breach.EVENT_DELETED);
    }

    @Test
    void eventsThatWereDeletedAtTheEndWithTheirSealAreMissed() {
        tamper("delete from audit.event where id >= 10", "delete from audit.seal where number = 3");

        assertBroken(10, Breach.SEAL_DELETED);
    }

    @Test
    void anEventThatWasInsertedIsNamed() {
        tamper(
                "delete from audit.event where id = 7",
                "insert into audit.event (id, action, kind, outcome) values (7, 'read', 'audit_trail', 'success')");
        assertBroken(7, Breach.EVENT_CHANGED);

        tamper(
                "insert into audit.event (id, action, kind, outcome, recorded_at) values (0, 'read', 'audit_trail', 'success', '2020-01-01')");
        assertBroken(0, Breach.EVENT_INSERTED);
    }

    @Test
    void eventsThatChangedPlacesAreFound() {
        tamper(
                "update audit.event set id = 100 where id = 3",
                "update audit.event set id = 3 where id = 8",
                "update audit.event set id = 8 where id = 100");

        assertBroken(3, Breach.EVENT_CHANGED);
    }

    @Test
    void aChainThatWasRewrittenAsAWholeIsFoundByTheFile() {
        tamper("delete from audit.event where id = 4", "delete from audit.seal");
        for (var end : List.of(5L, 9L, 12L)) seal(end);

        assertBroken(1, Breach.REWRITTEN);
    }

    @Test
    void aTrailThatWasGivenAnotherIdentityDoesNotBeginThere() {
        tamper("update audit.chain set id = gen_random_uuid()");

        assertBroken(1, Breach.SEAL_CHANGED);
    }

    @Test
    void aTrailHasOneIdentity() {
        assertThatThrownBy(() -> tamper("insert into audit.chain default values"))
                .hasStackTraceContaining("chain_single");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMarkHasNotEndedWhileATransactionOfThatMomentRuns(boolean isTheYoungest) throws Exception {
        try (var running = database.app().getConnection()) {
            running.setAutoCommit(false);
            running.createStatement()
                    .execute(
                            "insert into audit.event (action, kind, outcome) values ('read', 'audit_trail', 'success')");
            if (!isTheYoungest) told(14);
            var mark = trail.mark();

            assertThat(mark.lastEvent()).isEqualTo(isTheYoungest ? 13 : 14);
            assertThat(trail.standing(mark)).isEqualTo(Standing.RUNNING);

            running.commit();

            assertThat(trail.standing(mark)).isEqualTo(Standing.ENDED);
            assertThat(trail.events(12, mark.lastEvent(), 10)).hasSize(isTheYoungest ? 1 : 2);
        }
    }

    @Test
    void aMarkIsVoidAfterItsConnectionEnded() {
        var mark = trail.mark();
        superuser
                .sql("select pg_terminate_backend(:connection::integer, 5000)")
                .param("connection", mark.connection())
                .query()
                .singleRow();
        var _ = catchThrowable(trail::chain); // where the pool finds out

        assertThat(trail.standing(mark)).isEqualTo(Standing.VOID);
    }

    @Test
    void aTransactionThatBeganAfterTheMarkDoesNotHoldItUp() throws Exception {
        var mark = trail.mark();
        try (var running = database.app().getConnection()) {
            running.setAutoCommit(false);
            running.createStatement()
                    .execute(
                            "insert into audit.event (action, kind, outcome) values ('read', 'audit_trail', 'success')");

            assertThat(trail.standing(mark)).isEqualTo(Standing.ENDED);
        }
    }

    @Test
    void theConnectionBesideThePoolIsTheAuditorsAndItsCommitsLast() {
        tamper(
                "do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$");
        try (var fresh = Store.over(database)) {
            var auditor = fresh.repository(AuditorJdbc.class).jdbc();

            assertThat(auditor.sql("select current_user").query(String.class).single())
                    .isEqualTo("chartroom_auditor");
            assertThat(auditor.sql("show synchronous_commit")
                            .query(String.class)
                            .single())
                    .isEqualTo("on");
        }
    }

    @Test
    void theAuditorAddsSealsAndChangesNothing() {
        var auditor = JdbcClient.create(database.auditor());

        for (var forbidden : List.of(
                "insert into audit.event (action, kind, outcome) values ('read', 'chart', 'success')",
                "update audit.event set outcome = 'success'",
                "delete from audit.event",
                "update audit.seal set number = 7",
                "delete from audit.seal",
                "update audit.chain set id = gen_random_uuid()",
                "select * from clinic.patient",
                "set role chartroom_app"))
            assertThatThrownBy(() -> auditor.sql(forbidden).update())
                    .as(forbidden)
                    .hasStackTraceContaining("permission denied");
    }

    @Test
    void nobodyAddsAnEventInAnothersName() {
        assertThatThrownBy(() -> JdbcClient.create(database.appAs(UUID.randomUUID()))
                        .sql(
                                "insert into audit.event (action, kind, outcome, provider_id) values ('read', 'chart', 'success', gen_random_uuid())")
                        .update())
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aChangeInATransactionThatWasDeclaredToReadOnlyIsOurMistake() {
        var by = Actor.onCommandLine(new ProviderId(UUID.randomUUID()));
        var read = AuditEvent.ofPatient(Action.READ, Reference.Kind.CHART, UUID.randomUUID());
        var changed = AuditEvent.ofPatient(Action.UPDATE, Reference.Kind.PATIENT, UUID.randomUUID());
        var events = store.repository(AuditEvents.class);

        store.reading(() -> events.add(by, AuditEvents.SUCCESS, List.of(read)));

        assertThat(trail.events(12, Long.MAX_VALUE, 10)).hasSize(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> store.reading(() -> events.add(by, AuditEvents.SUCCESS, List.of(changed))));
    }

    @Test
    void onlyAReadCommitsBeforeItIsOnDisk() {
        var by = UUID.randomUUID();

        assertThat(store.inTransaction(() -> store.synchronousCommit(by))).isEqualTo("local");
        store.reading(() -> assertThat(store.synchronousCommit(by)).isEqualTo("off"));
        assertThat(store.inTransaction(() -> store.synchronousCommit(by))).isEqualTo("local");
    }

    private void told(long number) {
        store.port(EventsOfNobody.class)
                .add(
                        Origin.COMMAND_LINE,
                        AuditEvents.SUCCESS,
                        new AuditEvent(
                                Action.READ,
                                new Reference(Reference.Kind.AUDIT_TRAIL, new UUID(7, number)),
                                new UUID(8, number)));
    }

    private void seal(long end) {
        var previous = trail.lastSeal().orElse(null);
        var events = trail.events(previous == null ? 0 : previous.lastEvent(), end, 100);
        assertThat(trail.add(Seal.after(previous, trail.chain(), events, NOW))).isTrue();
    }

    private void tamper(String... statements) {
        for (var statement : statements) superuser.sql(statement).update();
    }

    private Verdict check() {
        return trail.walk((seals, events) -> TrailCheck.of(trail.chain(), file.iterator(), seals, events));
    }

    private void assertBroken(long event, Breach breach) {
        assertThat(check()).returns(event, Verdict::event).returns(breach, Verdict::breach);
    }
}
