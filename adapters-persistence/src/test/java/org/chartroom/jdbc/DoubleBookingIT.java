package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.jdbc.Book.DONE;
import static org.chartroom.jdbc.Book.TAKEN;
import static org.chartroom.jdbc.Book.change;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** What writes appointments past the application's code finds the provider's time guarded all the same. */
@ParameterizedClass(name = "by the application''s role: {0}")
@ValueSource(booleans = {true, false})
class DoubleBookingIT {

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Book book;

    DoubleBookingIT(boolean asApplication) {
        book = Book.of(DATABASE, asApplication);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            new_patient,     09:39, 09:40
            follow_up,       09:19, 09:20
            routine_checkup, 09:29, 09:30
            sick_visit,      09:19, 09:20
            telehealth,      09:19, 09:20
            """)
    void anAppointmentTakesTheTimeOfItsType(String type, String last, String next) {
        book.booked("09:00", type);

        assertThat(book.stateOf(book.booking(last, "follow_up"))).isEqualTo(TAKEN);
        assertThat(book.stateOf(book.booking(next, "follow_up"))).isEqualTo(DONE);
        assertThat(book.stateOf(book.booking("08:40", "follow_up"))).isEqualTo(DONE);
        assertThat(book.stateOf(book.booking("08:21", "follow_up"))).isEqualTo(TAKEN);
    }

    @Test
    void anotherProviderIsFreeAllTheSame() {
        book.booked("09:00", "follow_up");

        book.booked(book.anotherProvider(), "09:00", "follow_up");

        assertThat(book.busy()).containsExactly("09:00 20");
    }

    @Test
    void oneThatIsMovedFreesItsTimeAndTakesAnother() {
        var first = book.booked("09:00", "follow_up");
        book.booked("10:00", "follow_up");

        assertThat(book.stateOf(change(first, "appointment_date = '2030-03-04 10:10+00'")))
                .isEqualTo(TAKEN);
        assertThat(book.busy()).containsExactly("09:00 20", "10:00 20");

        book.done(change(first, "appointment_date = '2030-03-04 10:20+00'"));
        assertThat(book.busy()).containsExactly("10:00 20", "10:20 20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "completed", "no_show"})
    void whatIsNoLongerActiveTakesNoTime(String status) {
        var first = book.booked("09:00", "follow_up");

        book.done(change(first, "status = '%s'".formatted(status)));

        assertThat(book.busy()).isEmpty();
        book.booked("09:00", "follow_up");
        assertThat(book.stateOf(change(first, "status = 'checked_in'"))).isEqualTo(TAKEN);
        assertThat(book.stateOf(change(first, "notes = 'x', appointment_date = '2030-03-04 09:10+00'")))
                .isEqualTo(DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checked_in", "in_progress"})
    void whatIsActiveKeepsItsTime(String status) {
        var first = book.booked("09:00", "follow_up");

        book.done(change(first, "status = '%s'".formatted(status)));

        assertThat(book.busy()).containsExactly("09:00 20");
    }

    @Test
    void whoComesLateTakesTheTimeAgainIfItIsFree() {
        var late = book.booked("09:00", "follow_up");
        book.done(change(late, "status = 'no_show'"));
        var next = book.booked("09:10", "follow_up");

        assertThat(book.stateOf(change(late, "status = 'checked_in'"))).isEqualTo(TAKEN);

        book.done(change(next, "status = 'cancelled'"));
        book.done(change(late, "status = 'checked_in'"));
        assertThat(book.busy()).containsExactly("09:00 20");
    }

    @Test
    void whatWasNeverActiveTakesNoTime() {
        var booking = book.booking("09:00", "follow_up")
                .replace("appointment_type)", "appointment_type, status)")
                .replace("'follow_up')", "'follow_up', 'completed')");

        book.done(booking);

        assertThat(book.busy()).isEmpty();
    }

    @Test
    void anAppointmentDoesNotBecomeLongerThanThereIsTime() {
        var first = book.booked("09:00", "follow_up");
        var second = book.booked("09:20", "follow_up");

        assertThat(book.stateOf(change(first, "appointment_type = 'new_patient'")))
                .isEqualTo(TAKEN);

        book.done(change(second, "appointment_date = '2030-03-04 09:40+00'"));
        book.done(change(first, "appointment_type = 'new_patient'"));
        assertThat(book.busy()).containsExactly("09:00 40", "09:40 20");
    }

    @Test
    void whatIsDeletedTakesNoTime() {
        var first = book.overbooked("09:00", "follow_up");

        book.done("delete from clinic.appointment where id = '%s'".formatted(first));

        assertThat(book.busy()).isEmpty();
        assertThat(overbookings(first)).isZero();
    }

    @Test
    void aPatientWhoIsDeletedLeavesTheTimeFree() {
        book.booked("09:00", "follow_up");
        book.overbooked("09:00", "follow_up");

        book.done("delete from clinic.patient where id = '%s'".formatted(book.patient));

        assertThat(book.busy()).isEmpty();
    }

    @Test
    void severalRowsOfOneStatementAreKeptApartToo() {
        var two = book.booking("09:00", "follow_up").replace(";", "").strip()
                + ", (gen_random_uuid(), '%s', '%s', '2030-03-04 %%s+00', 'follow_up')"
                        .formatted(book.patient, book.provider);

        assertThat(book.stateOf(two.formatted("09:10"))).isEqualTo(TAKEN);
        assertThat(book.busy()).isEmpty();
        assertThat(book.stateOf(two.formatted("09:20"))).isEqualTo(DONE);
        assertThat(book.busy()).containsExactly("09:00 20", "09:20 20");
    }

    @Test
    void whatIsAddedOrElseUpdatedIsGuardedEitherWay() {
        var first = book.booked("09:00", "follow_up");
        book.booked("10:00", "follow_up");
        var upsert = book.booking(first, book.provider, "11:00", "follow_up").replace(";", "")
                + "on conflict (id) do update set appointment_date = '2030-03-04 %s+00'";

        assertThat(book.stateOf(upsert.formatted("10:10"))).isEqualTo(TAKEN);
        assertThat(book.stateOf(upsert.formatted("10:20"))).isEqualTo(DONE);
    }

    @Test
    void anOverbookedAppointmentMayOverlapAndNoneOverlapsItUnawares() {
        book.booked("09:00", "follow_up");

        book.overbooked("09:10", "follow_up");
        book.overbooked("09:10", "follow_up");

        assertThat(book.busy()).containsExactly("09:00 20", "09:10 20", "09:10 20");
        assertThat(book.stateOf(book.booking("09:20", "follow_up"))).isEqualTo(TAKEN);
        assertThat(book.stateOf(book.booking("09:30", "follow_up"))).isEqualTo(DONE);
    }

    @Test
    void anOverbookingHoldsForTheTimeThatItWasGivenFor() {
        book.booked("09:00", "follow_up");
        book.booked("10:00", "follow_up");
        var squeezedIn = book.overbooked("09:10", "follow_up");
        var toTen = change(squeezedIn, "appointment_date = '2030-03-04 10:10+00'");
        var again = "delete from booking.overbooking where appointment_id = '%s';".formatted(squeezedIn)
                + book.overbooking(squeezedIn);

        assertThat(book.stateOf(toTen)).isEqualTo(TAKEN);
        assertThat(overbookings(squeezedIn)).isEqualTo(1);
        assertThat(book.stateOf(again + toTen)).isEqualTo(DONE);
        assertThat(overbookings(squeezedIn)).isEqualTo(1);

        book.done(change(squeezedIn, "appointment_date = '2030-03-04 11:00+00'"));
        assertThat(overbookings(squeezedIn)).isZero();
        assertThat(book.stateOf(toTen)).isEqualTo(TAKEN);
    }

    @Test
    void anOverbookedPatientWhoComesLateIsLetIn() {
        book.booked("09:00", "follow_up");
        var squeezedIn = book.overbooked("09:00", "follow_up");

        for (var status : List.of("no_show", "checked_in", "in_progress"))
            book.done(change(squeezedIn, "status = '%s'".formatted(status)));

        assertThat(book.busy()).containsExactly("09:00 20", "09:00 20");
        assertThat(overbookings(squeezedIn)).isEqualTo(1);
    }

    @Test
    void anOverbookingOfNoAppointmentIsRefusedInTheEnd() {
        assertThat(book.stateOf(book.overbooking(UUID.randomUUID()))).isEqualTo("23503");
    }

    @Test
    void aTypeWithoutALengthIsNotBooked() throws Exception {
        try (var connection = DATABASE.owner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("delete from booking.appointment_length where appointment_type = 'follow_up'");
            assertThat(stateOf(connection, book.booking("09:00", "follow_up"))).isEqualTo("P0002");
        }
    }

    @Test
    void whoSeesOnlyWhatWasThereWhenTheTransactionBeganIsRefused() throws Exception {
        try (var connection = book.writer().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            assertThat(stateOf(connection, book.booking("09:00", "follow_up"))).isEqualTo("0A000");
        }
    }

    @Test
    void oneByOneInCopyIsGuardedToo() throws Exception {
        var rows = "%s,%s,2030-03-04 %s+00,follow_up\n";
        var two = rows.formatted(book.patient, book.provider, "09:00")
                + rows.formatted(book.patient, book.provider, "09:%s");

        assertThat(copied(two.formatted("19"))).isEqualTo(TAKEN);
        assertThat(copied(two.formatted("20"))).isEqualTo(DONE);
        assertThat(book.busy()).containsExactly("09:00 20", "09:20 20");
    }

    /** As the owner: into a table with policies nobody copies whom they bind. */
    private static String copied(String rows) throws Exception {
        try (var connection = DATABASE.owner().getConnection()) {
            new CopyManager(connection.unwrap(BaseConnection.class))
                    .copyIn(
                            "copy clinic.appointment (patient_id, provider_id, appointment_date, appointment_type) from stdin with (format csv)",
                            new StringReader(rows));
            return DONE;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static String stateOf(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            return DONE;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private int overbookings(UUID appointment) {
        return book.owner()
                .sql("select count(*) from booking.overbooking where appointment_id = :id")
                .param("id", appointment)
                .query(Integer.class)
                .single();
    }
}
