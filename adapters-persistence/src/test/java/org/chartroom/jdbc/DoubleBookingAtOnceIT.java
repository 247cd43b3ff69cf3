package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.jdbc.Book.DONE;
import static org.chartroom.jdbc.Book.TAKEN;
import static org.chartroom.jdbc.Book.change;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who books the same provider in the same moment. */
@Timeout(120)
class DoubleBookingAtOnceIT {

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Book book = Book.of(DATABASE);

    @Test
    void ofFiftyWhoBookOneTimeOneGetsIt() throws Exception {
        assertThat(fiftyTimes(() -> book.booking("09:00", "follow_up")))
                .containsOnlyOnce(DONE)
                .containsOnly(DONE, TAKEN);
        assertThat(book.busy()).containsExactly("09:00 20");
    }

    @Test
    void ofFiftyWhoMoveToOneTimeOneGetsIt() throws Exception {
        var appointments = Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> book.booked("%02d:%02d".formatted(i / 3, i % 3 * 20), "follow_up"))
                .toList()
                .iterator();

        assertThat(fiftyTimes(() -> change(appointments.next(), "appointment_date = '2030-03-04 20:00+00'")))
                .containsOnlyOnce(DONE)
                .containsOnly(DONE, TAKEN);
    }

    @Test
    void allWhoMeanToOverlapAreBooked() throws Exception {
        assertThat(fiftyTimes(() -> {
                    var id = UUID.randomUUID();
                    return book.overbooking(id) + book.booking(id, book.provider, "09:00", "follow_up");
                }))
                .containsOnly(DONE);
        assertThat(book.busy()).hasSize(50);
    }

    @Test
    void whoBooksWaitsForWhoCameFirstAndSeesWhatWasBooked() throws Exception {
        var id = UUID.randomUUID();
        for (var first : List.of(
                book.booking("09:00", "follow_up"),
                book.overbooking(id) + book.booking(id, book.provider, "10:00", "follow_up"))) {
            var time = first.contains("09:00") ? "09:10" : "10:10";

            var state = whileOpen(first, true, book.booking(time, "follow_up"));

            assertThat(state).isEqualTo(TAKEN);
        }
    }

    @Test
    void whoWaitedForOneThatCameToNothingIsBooked() throws Exception {
        assertThat(whileOpen(book.booking("09:00", "follow_up"), false, book.booking("09:10", "follow_up")))
                .isEqualTo(DONE);
        assertThat(book.busy()).containsExactly("09:10 20");
    }

    @Test
    void whoBooksWithAnotherProviderWaitsForNobody() throws Exception {
        var other = Book.of(DATABASE);
        try (var open = book.writer().getConnection();
                var statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute(book.booking("09:00", "follow_up"));

            assertThat(other.stateOf("set local lock_timeout = '10s';" + other.booking("09:00", "follow_up")))
                    .isEqualTo(DONE);
        }
    }

    /** What the second comes to, which begins while the first is not yet committed, or rolled back. */
    private String whileOpen(String first, boolean commit, String second) throws Exception {
        try (var open = book.writer().getConnection();
                var statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute(first);
            var waiting = CompletableFuture.supplyAsync(() -> book.stateOf(second));
            awaitLockOr(waiting);
            if (commit) open.commit();
            else open.rollback();
            return waiting.get(60, TimeUnit.SECONDS);
        }
    }

    /** Until somebody waits for a lock, or the other is through without one. */
    private void awaitLockOr(CompletableFuture<?> other) {
        var superuser = JdbcClient.create(DATABASE.superuser());
        while (!other.isDone()
                && superuser
                        .sql(
                                "select not exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                        .query(Boolean.class)
                        .single()) Thread.onSpinWait();
    }

    @SuppressWarnings("unchecked")
    private List<String> fiftyTimes(Supplier<String> statement) throws Exception {
        var tasks = Stream.generate(statement)
                .limit(50)
                .map(sql -> (Callable<String>) () -> book.stateOf(sql))
                .toArray(Callable[]::new);
        return Collections.unmodifiableList(AtOnce.<String>run(tasks));
    }
}
