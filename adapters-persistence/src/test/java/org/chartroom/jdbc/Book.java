package org.chartroom.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A provider's appointment book, written in SQL by hand: by the application's role, or by the owner past all policies. */
final class Book {

    /** The SQLSTATE of a time that is taken. */
    static final String TAKEN = "23P01";

    static final String DONE = "00000";

    private final TestDatabase database;
    private final DataSource writer;
    private final JdbcClient owner;
    final UUID provider;
    final UUID patient;

    private Book(TestDatabase database, boolean asApplication) {
        this.database = database;
        owner = JdbcClient.create(database.owner());
        provider = anotherProvider();
        patient = owner.sql("""
                        insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                        values (:provider, 'A', 'B', '1990-01-01', 'other')
                        returning id
                        """).param("provider", provider).query(UUID.class).single();
        writer = asApplication ? database.appAs(provider) : database.owner();
    }

    /** Of a provider who is new in that database. */
    static Book of(TestDatabase database, boolean asApplication) {
        return new Book(database, asApplication);
    }

    static Book of(TestDatabase database) {
        return new Book(database, true);
    }

    UUID anotherProvider() {
        return owner.sql("""
                        insert into clinic.provider (email, password_hash, first_name, last_name)
                        values (gen_random_uuid() || '@clinic.example', '!', 'A', 'B')
                        returning id
                        """).query(UUID.class).single();
    }

    DataSource writer() {
        return writer;
    }

    /** {@code 9:00} is a time of one Monday. */
    UUID booked(String time, String type) {
        return booked(provider, time, type);
    }

    UUID booked(UUID with, String time, String type) {
        var id = UUID.randomUUID();
        done(booking(id, with, time, type));
        return id;
    }

    String booking(UUID id, UUID with, String time, String type) {
        return """
                insert into clinic.appointment (id, patient_id, provider_id, appointment_date, appointment_type)
                values ('%s', '%s', '%s', '2030-03-04 %s+00', '%s');
                """.formatted(id, patient, with, time, type);
    }

    String booking(String time, String type) {
        return booking(UUID.randomUUID(), provider, time, type);
    }

    String overbooking(UUID id) {
        return "insert into booking.overbooking (appointment_id, reason, recorded_by) values ('%s', 'fever', '%s');"
                .formatted(id, provider);
    }

    UUID overbooked(String time, String type) {
        var id = UUID.randomUUID();
        done(overbooking(id) + booking(id, provider, time, type));
        return id;
    }

    static String change(UUID id, String assignment) {
        return "update clinic.appointment set %s where id = '%s';".formatted(assignment, id);
    }

    void done(String sql) {
        try {
            execute(writer, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SQLSTATE that statements end with, which are one transaction. */
    String stateOf(String sql) {
        return stateOf(writer, sql);
    }

    static String stateOf(DataSource writer, String sql) {
        try {
            execute(writer, sql);
            return DONE;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    /** What is told of a time that is taken: the constraint's name, and the appointments in the way. */
    List<String> refusalOf(String sql) {
        try {
            execute(writer, sql);
            return List.of();
        } catch (SQLException e) {
            if (!(e instanceof PSQLException refused) || refused.getServerErrorMessage() == null)
                throw new IllegalStateException(e);
            var message = refused.getServerErrorMessage();
            return List.of(nonNull(message.getConstraint()), nonNull(message.getDetail()));
        }
    }

    /** The times that the book says are taken, with how long, such as {@code 09:00 20}. */
    List<String> busy() {
        return owner.sql("""
                        select to_char(lower(during) at time zone 'UTC', 'HH24:MI') || ' '
                               || extract(epoch from upper(during) - lower(during))::int / 60
                          from booking.busy
                         where provider_id = :provider
                         order by during, appointment_id
                        """)
                .param("provider", provider)
                .query((row, _) -> row.getString(1))
                .list();
    }

    JdbcClient owner() {
        return owner;
    }

    TestDatabase database() {
        return database;
    }

    private static void execute(DataSource writer, String sql) throws SQLException {
        try (var connection = writer.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(sql);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }
}
