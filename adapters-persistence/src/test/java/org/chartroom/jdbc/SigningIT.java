package org.chartroom.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself makes of a signed record, for whoever writes SQL. */
@Timeout(60)
class SigningIT {

    private static final String DONE = "done";
    private static final String SIGNED = "23001 signature_holds";
    private static final String NOT_GRANTED = "42501";

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final JdbcClient superuser = JdbcClient.create(DATABASE.superuser());
    private UUID ada;
    private UUID colleague;

    @BeforeEach
    void oneRecordIsThere() {
        DATABASE.empty();
        OneOfEach.insertInto(DATABASE.owner());
        ada = owner.sql("select id from clinic.provider").query(UUID.class).single();
        colleague = owner.sql("""
                        insert into clinic.provider (email, password_hash, first_name, last_name)
                        values ('cy@clinic.example', '{noop}x', 'Cy', 'Ek')
                        returning id
                        """).query(UUID.class).single();
        owner.sql("""
                insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type)
                select id, :colleague, '2026-02-02 09:30+00', 'follow_up' from clinic.patient
                """).param("colleague", colleague).update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update clinic.medical_record set plan = 'other'",
                "update clinic.medical_record set plan = plan",
                "update clinic.symptom set notes = null",
                "update clinic.prescription set refills = 9",
                "delete from clinic.symptom",
                "delete from clinic.prescription",
                "delete from clinic.medical_record",
                "delete from clinic.appointment where status = 'completed'",
                "insert into clinic.symptom (medical_record_id, name) select id, 'fever' from clinic.medical_record",
                "insert into clinic.prescription (medical_record_id, medication, dosage, frequency, duration) select id, 'a', 'b', 'c', 'd' from clinic.medical_record",
            })
    void aSignedRecordAndWhatIsPartOfItAreNotChangedByAnybody(String statement) {
        assertThat(after(sign(ada, "author"), DATABASE.appAs(ada), statement)).isEqualTo(SIGNED);
        assertThat(state(DATABASE.owner(), statement)).isEqualTo(SIGNED);
    }

    @Test
    void noPartIsMovedOffASignedRecord() {
        owner.sql(sign(ada, "author")).update();
        owner.sql("""
                insert into clinic.medical_record (appointment_id, chief_complaint, subjective, objective, assessment, plan)
                select id, 'other', '', '', '', '' from clinic.appointment where status = 'scheduled'
                """).update();

        assertThat(
                        state(
                                DATABASE.owner(),
                                "update clinic.symptom set medical_record_id = (select id from clinic.medical_record where chief_complaint = 'other')"))
                .isEqualTo(SIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update clinic.medical_record set plan = 'other'",
                "update clinic.symptom set notes = null",
                "insert into clinic.symptom (medical_record_id, name) select id, 'fever' from clinic.medical_record",
                "delete from clinic.prescription",
                "delete from clinic.medical_record",
                "delete from clinic.appointment where status = 'completed'",
            })
    void anUnsignedOneIs(String statement) {
        assertThat(state(DATABASE.appAs(ada), statement)).isEqualTo(DONE);
    }

    @Test
    void whatIsNoPartOfTheRecordIsChangedStill() {
        var changes = "update clinic.appointment set notes = 'x'; update clinic.vital_signs set heart_rate = 70;"
                + " delete from clinic.appointment where status = 'scheduled'";

        assertThat(after(sign(ada, "author"), DATABASE.appAs(ada), changes)).isEqualTo(DONE);
    }

    @Test
    void aSignedRecordGoesWithItsPatient() {
        assertThat(after(sign(ada, "author"), DATABASE.appAs(ada), "delete from clinic.patient"))
                .isEqualTo(DONE);
        assertThat(owner.sql("select count(*) from signing.signature")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update signing.signature set meaning = 'reviewer'",
                "delete from signing.signature",
                "truncate signing.signature",
                "update signing.addendum set text = 'other'",
                "delete from signing.addendum",
                "alter table clinic.medical_record disable trigger medical_record_signed",
            })
    void signaturesAndAddendaStay(String statement) {
        assertThat(after(sign(ada, "author"), DATABASE.appAs(ada), statement)).startsWith(NOT_GRANTED);
    }

    @Test
    void eachSignsForHimself() {
        assertThat(state(DATABASE.appAs(ada), sign(colleague, "author"))).startsWith(NOT_GRANTED);
        assertThat(state(DATABASE.appAs(ada), add(colleague))).startsWith(NOT_GRANTED);
        assertThat(state(DATABASE.appAs(ada), sign(ada, "author") + ";" + add(ada)))
                .isEqualTo(DONE);
    }

    @Test
    void whoMayNotWriteARecordReviewsItAndAddsNothing() {
        assertThat(state(DATABASE.appAs(colleague), sign(colleague, "author"))).startsWith(NOT_GRANTED);
        assertThat(state(DATABASE.appAs(colleague), add(colleague))).startsWith(NOT_GRANTED);
        assertThat(state(DATABASE.appAs(colleague), sign(colleague, "reviewer")))
                .startsWith(NOT_GRANTED);
        assertThat(after(sign(ada, "author"), DATABASE.appAs(ada), "select")).isEqualTo(DONE);
        assertThat(state(DATABASE.appAs(colleague), sign(colleague, "reviewer")))
                .isEqualTo(DONE);
    }

    @Test
    void aStrangerSignsNothingAndSeesNoSignature() {
        state(DATABASE.appAs(ada), sign(ada, "author"));
        var record = owner.sql("select id from clinic.medical_record")
                .query(UUID.class)
                .single();
        var stranger = UUID.randomUUID();

        assertThat(state(
                        DATABASE.appAs(stranger),
                        "insert into signing.signature (medical_record_id, provider_id, signer, meaning, sha256) values ('%s', '%s', 'X', 'reviewer', sha256(''))"
                                .formatted(record, stranger)))
                .startsWith(NOT_GRANTED);
        assertThat(JdbcClient.create(DATABASE.appAs(stranger))
                        .sql(
                                "select (select count(*) from signing.signature) + (select count(*) from signing.addendum)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRecordHasOneAuthor() {
        owner.sql(sign(ada, "author")).update();

        assertThat(state(DATABASE.owner(), sign(colleague, "author"))).isEqualTo("23505 signature_author");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update clinic.medical_record set plan = 'other'",
                "insert into clinic.symptom (medical_record_id, name) select id, 'fever' from clinic.medical_record",
                "update clinic.symptom set notes = null",
                "delete from clinic.prescription",
                "delete from clinic.appointment where status = 'completed'",
            })
    void whoChangesARecordWhileItIsSignedIsRefused(String statement) throws Exception {
        try (var signing = open(DATABASE.appAs(ada))) {
            execute(signing, "select id from clinic.medical_record for no key update");
            execute(signing, sign(ada, "author"));
            var change = CompletableFuture.supplyAsync(() -> state(DATABASE.appAs(ada), statement));
            awaitLock(change);
            signing.commit();

            assertThat(change).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(SIGNED);
        }
    }

    @Test
    void whoSignsWhileAPartIsAddedWaitsForIt() throws Exception {
        try (var adding = open(DATABASE.appAs(ada))) {
            execute(
                    adding,
                    "insert into clinic.symptom (medical_record_id, name) select id, 'fever' from clinic.medical_record");
            var signing = CompletableFuture.supplyAsync(() -> state(
                    DATABASE.appAs(ada),
                    "select id from clinic.medical_record for no key update; " + sign(ada, "author")));
            awaitLock(signing);
            adding.commit();

            assertThat(signing).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(DONE);
        }
    }

    /** Until the other waits for a lock, or is through without. */
    private void awaitLock(CompletableFuture<?> other) {
        var waiting = superuser.sql("""
                        select count(*)
                          from pg_stat_activity
                         where datname = current_database()
                           and wait_event_type = 'Lock'
                        """);
        while (!other.isDone() && waiting.query(Integer.class).single() == 0) Thread.onSpinWait();
        assertThat(other).isNotDone();
    }

    private static String sign(UUID provider, String meaning) {
        return "insert into signing.signature (medical_record_id, provider_id, signer, meaning, sha256) select id, '%s', 'Ada Berg', '%s', sha256('') from clinic.medical_record"
                .formatted(provider, meaning);
    }

    private static String add(UUID provider) {
        return "insert into signing.addendum (medical_record_id, number, provider_id, signer, text, sha256, signed_at) select id, 1, '%s', 'Ada Berg', 'x', sha256(''), now() from clinic.medical_record"
                .formatted(provider);
    }

    private static String after(String before, DataSource source, String statement) {
        assertThat(state(source, before)).isEqualTo(DONE);
        return state(source, statement);
    }

    /** What a statement comes to: its error's state and the constraint that it broke. */
    private static String state(DataSource source, String statement) {
        try (var connection = source.getConnection();
                var each = connection.createStatement()) {
            each.execute(statement);
            return DONE;
        } catch (SQLException e) {
            var told = e instanceof PSQLException refused
                    ? requireNonNull(refused.getServerErrorMessage()).getConstraint()
                    : null;
            return told == null ? e.getSQLState() : e.getSQLState() + " " + told;
        }
    }

    private static Connection open(DataSource source) throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var each = connection.createStatement()) {
            each.execute(statement);
        }
    }
}
