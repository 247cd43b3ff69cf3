package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of working hours: what the application's role could do if a statement forgot to say whose they are, and each
 * named constraint by an attempt to break it. Dr. Berg has hours of every sort, Dr. Colleague none.
 */
class WorkingHoursTablesIT {

    private static final String REFUSED = "42501";
    private static final UUID BERG = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final UUID COLLEAGUE = UUID.fromString("00000000-0000-4000-8000-00000000000c");

    static final List<String> TABLES = List.of("working_hours", "weekly_hours", "hours_exception", "exception_hours");

    static final List<String> BROKEN = """
            working_hours_pkey             | insert into booking.working_hours select * from booking.working_hours
            working_hours_provider_id_fkey | insert into booking.working_hours (provider_id) values (gen_random_uuid())
            weekly_hours_pkey              | insert into booking.weekly_hours select * from booking.weekly_hours
            weekly_hours_provider_id_fkey  | update booking.weekly_hours set provider_id = gen_random_uuid()
            weekly_hours_day_range         | update booking.weekly_hours set day = 0
            weekly_hours_day_range         | update booking.weekly_hours set day = 8
            weekly_hours_ends_later        | update booking.weekly_hours set ends = starts
            weekly_hours_whole_minutes     | update booking.weekly_hours set starts = starts + interval '0.5 seconds'
            weekly_hours_whole_minutes     | update booking.weekly_hours set ends = ends - interval '1 second'
            weekly_hours_overlap           | insert into booking.weekly_hours select provider_id, day, starts + interval '1 minute', ends from booking.weekly_hours
            hours_exception_pkey           | insert into booking.hours_exception select * from booking.hours_exception
            hours_exception_provider_id_fkey | insert into booking.hours_exception values (gen_random_uuid(), '2030-01-01')
            hours_exception_date_range     | insert into booking.hours_exception select provider_id, '1899-12-31' from booking.working_hours
            hours_exception_date_range     | insert into booking.hours_exception select provider_id, 'infinity' from booking.working_hours
            exception_hours_pkey           | insert into booking.exception_hours select * from booking.exception_hours
            exception_hours_date_fkey      | update booking.exception_hours set date = '2030-01-01'
            exception_hours_ends_later     | update booking.exception_hours set ends = starts
            exception_hours_whole_minutes  | update booking.exception_hours set starts = starts + interval '30 seconds'
            exception_hours_overlap        | insert into booking.exception_hours select provider_id, date, starts - interval '1 minute', ends from booking.exception_hours
            """.lines().toList();

    static final List<String> ANOTHERS = """
            insert into booking.working_hours (provider_id) values ('%s')
            insert into booking.weekly_hours values ('%s', 3, '08:00', '12:00')
            insert into booking.hours_exception values ('%s', '2030-01-01')
            insert into booking.exception_hours values ('%s', '2030-12-24', '13:00', '14:00')
            """.lines().toList();

    static final List<String> OF_NOBODY = """
            update booking.working_hours set provider_id = provider_id
            update booking.working_hours set created_at = now()
            update booking.weekly_hours set ends = '24:00'
            update booking.hours_exception set date = '2031-01-01'
            update booking.exception_hours set ends = '24:00'
            delete from booking.working_hours
            delete from booking.exception_hours
            """.lines().toList();

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @BeforeAll
    static void twoProviders() {
        var owner = JdbcClient.create(DATABASE.owner());
        owner.sql("""
                insert into clinic.provider (id, email, password_hash, first_name, last_name)
                values (:berg, 'berg@clinic.example', '!', 'A', 'Berg'), (:colleague, 'colleague@clinic.example', '!', 'B', 'C')
                """).param("berg", BERG).param("colleague", COLLEAGUE).update();
        Stream.of(
                        "insert into booking.working_hours (provider_id) values ('%s')",
                        "insert into booking.weekly_hours values ('%s', 1, '08:00', '24:00')",
                        "insert into booking.hours_exception values ('%s', '2030-12-24')",
                        "insert into booking.exception_hours values ('%s', '2030-12-24', '08:00', '12:00')")
                .forEach(statement -> owner.sql(statement.formatted(BERG)).update());
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void whoeverHasSignedInSeesWhenAColleagueWorks(String table) {
        assertThat(rows(DATABASE.appAs(BERG), table)).isEqualTo(1);
        assertThat(rows(DATABASE.appAs(COLLEAGUE), table)).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void whoSaysNotForWhomSeesNothing(String table) {
        assertThat(rows(DATABASE.app(), table)).isZero();
    }

    @ParameterizedTest
    @FieldSource("ANOTHERS")
    void nobodySaysWhenAColleagueWorks(String statement) {
        assertThat(stateOf(DATABASE.appAs(COLLEAGUE), statement.formatted(BERG)))
                .isEqualTo(REFUSED);
        assertThat(stateOf(DATABASE.app(), statement.formatted(BERG))).isEqualTo(REFUSED);
    }

    @Test
    void nobodyTakesAColleaguesHoursAway() {
        for (var statement : List.of(
                "update booking.working_hours set updated_at = now()",
                "delete from booking.weekly_hours",
                "delete from booking.hours_exception")) {
            assertThat(changed(COLLEAGUE, statement)).as(statement).isZero();
            assertThat(changed(BERG, statement)).as(statement).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @FieldSource("OF_NOBODY")
    void hoursAreReplacedAndNeverEdited(String statement) {
        assertThat(stateOf(DATABASE.appAs(BERG), statement)).isEqualTo(REFUSED);
    }

    @Test
    void theHoursOfADateGoWithTheDate() throws SQLException {
        try (var session = DATABASE.appAs(BERG).getConnection();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("delete from booking.hours_exception");
            try (var left = statement.executeQuery("select count(*) from booking.exception_hours")) {
                left.next();
                assertThat(left.getInt(1)).isZero();
            }
            session.rollback();
        }
    }

    @Test
    void hoursGoWithTheirProvider() throws SQLException {
        try (var session = DATABASE.owner().getConnection();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("delete from clinic.provider");
            for (var table : TABLES) {
                try (var left = statement.executeQuery("select count(*) from booking." + table)) {
                    left.next();
                    assertThat(left.getInt(1)).as(table).isZero();
                }
            }
            session.rollback();
        }
    }

    @ParameterizedTest
    @FieldSource("BROKEN")
    void aRuleIsRefusedByItsName(String row) throws SQLException {
        var cells = row.split(" +\\| +", 2);

        assertThat(brokenBy(cells[1])).isEqualTo(cells[0]);
    }

    @Test
    void everyConstraintIsTried() {
        var constraints = JdbcClient.create(DATABASE.owner())
                .sql("""
                        select conname
                          from pg_constraint
                          join pg_class on pg_class.oid = conrelid
                         where connamespace = 'booking'::regnamespace
                           and relname in (:tables)
                           and contype <> 'n'
                        """)
                .param("tables", TABLES)
                .query((row, _) -> row.getString(1))
                .set();

        assertThat(BROKEN.stream().map(row -> row.split(" ", 2)[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(constraints);
    }

    private static int rows(DataSource session, String table) {
        return JdbcClient.create(session)
                .sql("select count(*) from booking." + table)
                .query(Integer.class)
                .single();
    }

    /** How many rows the statement changes; it is not committed. */
    private static int changed(UUID actor, String sql) {
        try (var session = DATABASE.appAs(actor).getConnection();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SQLSTATE that the statement ends with; 00000 is success, which is not committed. */
    private static String stateOf(DataSource database, String sql) {
        try (var session = database.getConnection();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute(sql);
            return "00000";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static String brokenBy(String sql) throws SQLException {
        try (var session = DATABASE.owner().getConnection();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute(sql);
            return "";
        } catch (PSQLException e) {
            return e.getServerErrorMessage() == null
                    ? ""
                    : String.valueOf(e.getServerErrorMessage().getConstraint());
        }
    }
}
