package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.jdbc.Book.DONE;
import static org.chartroom.jdbc.Book.TAKEN;
import static org.chartroom.jdbc.Book.change;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the book tells, and to whom; who may overbook; what a change of the lengths changes. */
class BookingIT {

    private static final String REFUSED = "42501";

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final Book book = Book.of(DATABASE);

    @Test
    void aRefusalNamesThoseInTheWayThatTheActorSees() {
        var second = book.booked("09:20", "follow_up");
        var first = book.booked("09:00", "follow_up");
        var stranger = Book.of(DATABASE);

        assertThat(book.refusalOf(book.booking("09:10", "follow_up")))
                .containsExactly("busy_overlap", first + " " + second);
        assertThat(stranger.refusalOf(stranger.booking(UUID.randomUUID(), book.provider, "09:10", "follow_up")))
                .containsExactly("busy_overlap", "");
    }

    @Test
    void whoeverIsNobodyIsToldOfNone() {
        book.booked("09:00", "follow_up");
        var byHand = Book.of(DATABASE, false);

        assertThat(byHand.refusalOf(byHand.booking(UUID.randomUUID(), book.provider, "09:10", "follow_up")))
                .containsExactly("busy_overlap", "");
    }

    @Test
    void oneThatGoesToAnotherProviderLeavesTheFirstFree() {
        var appointment = book.overbooked("09:00", "follow_up");
        var other = Book.of(DATABASE);
        other.booked("09:00", "follow_up");
        var toTheOther = change(appointment, "provider_id = '%s'".formatted(other.provider));

        assertThat(Book.stateOf(DATABASE.owner(), toTheOther)).isEqualTo(TAKEN);

        other.done("delete from clinic.appointment");
        assertThat(Book.stateOf(DATABASE.owner(), toTheOther)).isEqualTo(DONE);
        assertThat(book.busy()).isEmpty();
        assertThat(other.busy()).containsExactly("09:00 20");
    }

    @Test
    void whatIsBookedKeepsItsLengthUntilItIsMoved() {
        var nine = book.booked("09:00", "follow_up");
        var ten = book.booked("10:00", "follow_up");
        book.owner()
                .sql("update booking.appointment_length set minutes = 60 where appointment_type = 'follow_up'")
                .update();

        book.done(change(nine, "notes = 'x'"));
        book.done(change(nine, "status = 'checked_in', notes = 'y', appointment_date = appointment_date"));
        assertThat(book.busy()).containsExactly("09:00 20", "10:00 20");

        book.done(change(ten, "appointment_date = '2030-03-04 10:30+00'"));
        assertThat(book.busy()).containsExactly("09:00 20", "10:30 60");
    }

    @Test
    void anybodyMayAskWhenAProviderIsTakenAndNotWithWhom() {
        book.booked("09:00", "follow_up");
        book.booked("09:20", "new_patient");
        book.overbooked("09:30", "follow_up");
        book.booked("11:00", "follow_up");
        var stranger = Book.of(DATABASE);

        assertThat(taken(stranger, "[2030-03-04 09:30+00, 2030-03-04 11:00+00)"))
                .containsExactly("09:20 10:00");
        assertThat(taken(stranger, "[2030-03-04 00:00+00, 2030-03-05 00:00+00)"))
                .containsExactly("09:00 10:00", "11:00 11:20");
        assertThat(taken(stranger, "[2030-03-05 00:00+00, 2030-03-06 00:00+00)"))
                .isEmpty();
    }

    @Test
    void anOverbookingIsSeenAndWrittenByWhoseAppointmentItIs() {
        var own = book.overbooked("09:00", "follow_up");
        var colleague = Book.of(DATABASE);
        book.booked(colleague.provider, "09:00", "follow_up");
        var stranger = Book.of(DATABASE);
        var normal = book.booked("10:00", "follow_up");

        assertThat(overbookings(book)).isEqualTo(1);
        assertThat(overbookings(colleague)).isEqualTo(1);
        assertThat(overbookings(stranger)).isZero();

        for (var other : List.of(colleague, stranger)) {
            other.done("delete from booking.overbooking");
            assertThat(other.stateOf(other.overbooking(normal))).isEqualTo(REFUSED);
        }
        assertThat(book.stateOf(book.overbooking(normal)
                        .replace("'%s')".formatted(book.provider), "'%s')".formatted(colleague.provider))))
                .as("in somebody else's name")
                .isEqualTo(REFUSED);
        assertThat(overbookings(book)).isEqualTo(1);
        book.done("delete from booking.overbooking where appointment_id = '%s'".formatted(own));
        assertThat(overbookings(book)).isZero();
    }

    private static int overbookings(Book book) {
        return JdbcClient.create(book.writer())
                .sql("select count(*) from booking.overbooking")
                .query(Integer.class)
                .single();
    }

    private List<String> taken(Book asked, String within) {
        return JdbcClient.create(asked.writer())
                .sql("""
                        select to_char(lower(t) at time zone 'UTC', 'HH24:MI') || to_char(upper(t) at time zone 'UTC', ' HH24:MI')
                          from booking.taken(:provider, :within::tstzrange) t
                         order by t
                        """)
                .param("provider", book.provider)
                .param("within", within)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
