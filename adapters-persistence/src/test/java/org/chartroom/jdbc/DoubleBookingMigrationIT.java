package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.jdbc.Book.DONE;
import static org.chartroom.jdbc.Book.TAKEN;
import static org.chartroom.jdbc.Book.change;

import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A book that was kept before double booking was refused. */
class DoubleBookingMigrationIT {

    @AutoClose
    private final TestDatabase database = TestDatabase.blank();

    private final Schema schema = new Schema(database.migration());

    @Test
    void whatOverlappedIsTakenOverAsMeantAndNothingElse() {
        schema.migrateTo(MigrationVersion.fromVersion("6"));
        var book = Book.of(database);
        var first = book.booked("09:00", "follow_up");
        var second = book.booked("09:10", "follow_up");
        var third = book.booked("09:30", "follow_up");
        var cancelled = book.booked("09:30", "follow_up");
        book.done(change(cancelled, "status = 'cancelled'"));
        book.booked(book.anotherProvider(), "09:00", "follow_up");

        schema.migrate();

        assertThat(book.busy()).containsExactly("09:00 20", "09:10 20", "09:30 20");
        assertThat(overbooked(book)).containsExactlyInAnyOrder(first, second);
        assertThat(book.stateOf(book.booking("09:20", "follow_up"))).isEqualTo(TAKEN);
        assertThat(book.stateOf(change(second, "notes = 'x'"))).isEqualTo(DONE);
        assertThat(book.stateOf(change(second, "appointment_date = '2030-03-04 09:20+00'")))
                .isEqualTo(TAKEN);
        assertThat(book.stateOf(change(third, "appointment_date = '2030-03-04 09:50+00'")))
                .isEqualTo(DONE);
    }

    @Test
    void theWayBackForgetsWhatWasMeantAndTheWayForthTakesItOverAgain() {
        schema.migrate();
        var book = Book.of(database);
        var first = book.booked("09:00", "follow_up");
        var second = book.overbooked("09:10", "follow_up");
        var alone = book.overbooked("11:00", "follow_up");

        assertThat(schema.rollbackTo(6)).contains("0007");
        book.booked("09:00", "follow_up");
        schema.migrate();

        assertThat(book.busy()).containsExactly("09:00 20", "09:00 20", "09:10 20", "11:00 20");
        assertThat(overbooked(book)).hasSize(3).contains(first, second).doesNotContain(alone);
    }

    @Test
    void anExtensionThatAnAdministratorInstalledServesAndStays() {
        JdbcClient.create(database.superuser())
                .sql("create extension btree_gist")
                .update();
        schema.migrate();
        var book = Book.of(database);
        book.booked("09:00", "follow_up");

        assertThat(book.stateOf(book.booking("09:10", "follow_up"))).isEqualTo(TAKEN);

        schema.rollbackTo(6);
        assertThat(Catalogue.of(database.superuser()).lines()).contains("extension btree_gist");
    }

    private static List<UUID> overbooked(Book book) {
        return book.owner()
                .sql("""
                        select appointment_id
                          from booking.busy
                          join booking.overbooking using (appointment_id)
                         where overbooked
                           and recorded_by is null
                           and reason ~ '^overlapped'
                        """)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
