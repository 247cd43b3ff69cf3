package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The net below every statement: what the application's role could do if a statement forgot to say whose rows it is
 * about. Dr. Berg has a patient with one row of each kind, whom Dr. Colleague sees too; Dr. Stranger has another.
 */
@Timeout(60)
class RowSecurityIT {

    static final List<String> GUARDED =
            OneOfEach.TABLES.stream().filter(table -> !table.equals("provider")).toList();

    private static final String REFUSED = "42501";
    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-00000000dead");

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private UUID berg = NOBODY;
    private UUID colleague = NOBODY;
    private UUID stranger = NOBODY;
    private UUID patient = NOBODY;
    private UUID visit = NOBODY;
    private UUID colleaguesVisit = NOBODY;

    @BeforeEach
    void threeProviders() {
        DATABASE.empty();
        OneOfEach.insertInto(DATABASE.owner());
        berg = owner.sql("select id from clinic.provider").query(UUID.class).single();
        patient = owner.sql("select id from clinic.patient").query(UUID.class).single();
        visit = owner.sql("select id from clinic.appointment").query(UUID.class).single();
        colleague = provider("colleague@clinic.example");
        stranger = provider("stranger@clinic.example");
        colleaguesVisit = owner.sql("""
                        insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type)
                        values (:patient, :provider, '2026-05-06 08:00+00', 'follow_up')
                        returning id
                        """)
                .param("patient", patient)
                .param("provider", colleague)
                .query(UUID.class)
                .single();
    }

    @Test
    void whoSaysNotForWhomSeesNothing() {
        assertThat(GUARDED).allSatisfy(table -> {
            assertThat(rows(DATABASE.app(), table)).isZero();
            assertThat(rows(DATABASE.appAs(NOBODY), table)).isZero();
        });
    }

    @Test
    void aStrangerSeesNothing() {
        assertThat(GUARDED)
                .allSatisfy(table ->
                        assertThat(rows(DATABASE.appAs(stranger), table)).isZero());
    }

    @Test
    void theCareTeamSeesEverything() {
        assertThat(GUARDED).allSatisfy(table -> {
            var all = rows(DATABASE.owner(), table);
            assertThat(all).isPositive();
            assertThat(rows(DATABASE.appAs(berg), table)).isEqualTo(all);
            assertThat(rows(DATABASE.appAs(colleague), table)).isEqualTo(all);
        });
    }

    /** Of every schema: what a view shows its table's policies do not decide. */
    @Test
    void aViewShowsNobodyMoreThanItsTable() {
        var views = owner.sql("""
                        select schemaname || '.' || viewname
                          from pg_views
                         where schemaname <> 'information_schema'
                           and schemaname !~ '^pg_'
                        """).query(String.class).list();

        assertThat(views).contains("reading.schedule").allSatisfy(view -> {
            var table = view.substring(view.indexOf('.') + 1);
            var whole = GUARDED.contains(table) ? rows(DATABASE.owner(), table) : 1;
            for (var other : List.of(DATABASE.app(), DATABASE.appAs(NOBODY), DATABASE.appAs(stranger)))
                assertThat(rowsOf(other, view)).isZero();
            for (var one : List.of(berg, colleague))
                assertThat(rowsOf(DATABASE.appAs(one), view)).isEqualTo(whole);
        });
    }

    @Test
    void aScheduleIsTheActorsOwn() {
        assertThat(JdbcClient.create(DATABASE.appAs(colleague))
                        .sql("select appointment_id from reading.schedule")
                        .query(UUID.class)
                        .list())
                .containsExactly(colleaguesVisit);
    }

    @Test
    void aStrangerDeletesNothing() {
        assertThat(GUARDED)
                .allSatisfy(table -> assertThat(changed(stranger, "delete from clinic." + table))
                        .isZero());
    }

    @Test
    void aColleagueDeletesNothingButWhatWasWrittenAtTheOwnVisit() {
        for (var table : GUARDED)
            assertThat(changed(colleague, "delete from clinic." + table))
                    .as(table)
                    .isZero();

        written(colleague, vitalSigns(colleaguesVisit));

        assertThat(changed(colleague, "delete from clinic.vital_signs")).isEqualTo(1);
    }

    @Test
    void onlyWhoseRowItIsChangesIt() {
        var changes = Map.of(
                "patient", "city = 'Elsewhere'",
                "allergy", "reaction = 'none'",
                "chronic_condition", "notes = 'none'",
                "appointment", "notes = 'none'",
                "medical_record", "plan = 'none'",
                "vital_signs", "heart_rate = 71",
                "symptom", "notes = 'none'",
                "prescription", "instructions = 'none'");

        assertThat(changes.keySet()).containsExactlyInAnyOrderElementsOf(GUARDED);
        assertThat(changes).allSatisfy((table, change) -> {
            var statement = "update clinic.%s set %s".formatted(table, change);
            assertThat(changed(stranger, statement)).isZero();
            assertThat(changed(colleague, statement)).isEqualTo(table.equals("appointment") ? 1 : 0);
            assertThat(changed(berg, statement)).isPositive();
        });
    }

    @Test
    void aColleagueChangesTheOwnAppointmentAlone() {
        written(colleague, "update clinic.appointment set notes = 'by the colleague'");

        assertThat(owner.sql("select id from clinic.appointment where notes = 'by the colleague'")
                        .query(UUID.class)
                        .list())
                .containsExactly(colleaguesVisit);
    }

    @Test
    void nobodyWritesBelowWhatIsNotTheirs() {
        for (var statement :
                List.of(allergy(patient), condition(patient), appointment(patient), record(visit), vitalSigns(visit))) {
            assertThat(stateOf(stranger, statement)).as(statement).isEqualTo(REFUSED);
            assertThat(stateOf(colleague, statement)).as(statement).isEqualTo(REFUSED);
        }
        for (var statement : List.of(symptom(), prescription())) {
            assertThat(stateOf(stranger, statement)).as(statement).isEqualTo(REFUSED);
            assertThat(stateOf(colleague, statement)).as(statement).isEqualTo(REFUSED);
        }
        assertThat(stateOf(colleague, record(colleaguesVisit))).isEqualTo("00000");
        assertThat(stateOf(colleague, vitalSigns(colleaguesVisit))).isEqualTo("00000");
    }

    @Test
    void aParentThatIsAnothersAndOneThatDoesNotExistAreRefusedAlike() {
        assertThat(messageOf(stranger, allergy(patient))).isEqualTo(messageOf(stranger, allergy(NOBODY)));
        assertThat(messageOf(stranger, appointment(patient))).isEqualTo(messageOf(stranger, appointment(NOBODY)));
        assertThat(messageOf(stranger, record(visit))).isEqualTo(messageOf(stranger, record(NOBODY)));
        assertThat(messageOf(stranger, vitalSigns(visit))).isEqualTo(messageOf(stranger, vitalSigns(NOBODY)));
    }

    @Test
    void nobodyRegistersAPatientForSomebodyElse() {
        assertThat(stateOf(stranger, patientOf(berg))).isEqualTo(REFUSED);
        assertThat(stateOf(stranger, patientOf(stranger))).isEqualTo("00000");
    }

    @Test
    void aDraftIsItsWritersAloneAndOfWhatIsTheWritersToWrite() {
        assertThat(stateOf(stranger, draft(visit, stranger))).isEqualTo(REFUSED);
        assertThat(stateOf(colleague, draft(visit, colleague))).isEqualTo(REFUSED);
        assertThat(stateOf(berg, draft(colleaguesVisit, colleague))).isEqualTo(REFUSED);

        written(berg, draft(colleaguesVisit, berg));

        for (var other : List.of(colleague, stranger, NOBODY)) {
            assertThat(changed(other, "update draft.note set note = '[]'")).isZero();
            assertThat(changed(other, "delete from draft.note")).isZero();
            assertThat(JdbcClient.create(DATABASE.appAs(other))
                            .sql("select from draft.note")
                            .query()
                            .listOfRows())
                    .isEmpty();
        }
        assertThat(stateOf(berg, "update draft.note set provider_id = provider_id"))
                .isEqualTo(REFUSED);
        assertThat(changed(berg, "update draft.note set note = '[]'")).isEqualTo(1);
        written(berg, "delete from clinic.patient");
        assertThat(owner.sql("select from draft.note").query().listOfRows()).isEmpty();
    }

    @Test
    void noRowIsMovedToAnotherParent() {
        var parents = owner.sql("""
                        select conrelid::regclass || '.' || attname
                          from pg_constraint
                          join pg_attribute on attrelid = conrelid and attnum = conkey[1]
                         where contype = 'f'
                           and connamespace = 'clinic'::regnamespace
                        """)
                .query((row, _) -> row.getString(1).split("\\.", -1))
                .list();

        assertThat(parents)
                .hasSize(9)
                .allSatisfy(parent -> assertThat(
                                stateOf(berg, "update clinic.%s set %s = %2$s".formatted(parent[1], parent[2])))
                        .isEqualTo(REFUSED));
    }

    @Test
    void aPatientIsHandedOverByTheOwnProviderAlone() {
        var version = "(select updated_at from clinic.patient)";
        var handOver = "select access.transfer_patient('%s', '%s', %s)".formatted(patient, stranger, version);

        for (var actor : List.of(colleague, stranger)) written(actor, handOver);
        assertThat(rows(DATABASE.appAs(stranger), "patient")).isZero();

        written(berg, handOver);
        assertThat(rows(DATABASE.appAs(stranger), "patient")).isEqualTo(1);
        assertThat(rows(DATABASE.appAs(berg), "patient"))
                .as("there was a visit")
                .isEqualTo(1);
    }

    @Test
    void aPatientIsDeletedWithEverythingBelow() {
        assertThat(changed(berg, "delete from clinic.patient")).isEqualTo(1);

        written(berg, "delete from clinic.patient");
        for (var table : GUARDED)
            assertThat(rows(DATABASE.owner(), table)).as(table).isZero();
        assertThat(careTeam()).isZero();
    }

    @Test
    void oneSeesOnlyWhoseCareTeamOneIsOnOneself() {
        assertThat(careTeam()).isEqualTo(2);
        assertThat(JdbcClient.create(DATABASE.appAs(colleague))
                        .sql("select provider_id from access.care_team")
                        .query(UUID.class)
                        .list())
                .containsExactly(colleague);
    }

    @Test
    void whoseLastAppointmentIsDeletedLeavesTheCareTeam() {
        assertThat(changed(colleague, "delete from clinic.appointment"))
                .as("not the colleague's to do")
                .isZero();

        written(berg, "delete from clinic.appointment where id = '%s'".formatted(colleaguesVisit));
        assertThat(rows(DATABASE.appAs(colleague), "patient")).isZero();

        written(berg, "delete from clinic.appointment");
        assertThat(rows(DATABASE.appAs(berg), "patient"))
                .as("the patient's own provider")
                .isEqualTo(1);
    }

    @Test
    void whoIsBookedAgainWhileTheLastAppointmentIsDeletedStaysOnTheCareTeam() throws Exception {
        for (var bookingFirst : List.of(true, false)) {
            var last = owner.sql("select id from clinic.appointment where provider_id = :colleague")
                    .param("colleague", colleague)
                    .query(UUID.class)
                    .single();
            var delete = "delete from clinic.appointment where id = '%s'".formatted(last);
            var book = appointment(patient).replace(berg.toString(), colleague.toString());

            try (var first = DATABASE.appAs(berg).getConnection()) {
                first.setAutoCommit(false);
                first.createStatement().execute(bookingFirst ? book : delete);
                var second = CompletableFuture.runAsync(() -> written(berg, bookingFirst ? delete : book));
                awaitLockOr(second);
                first.commit();
                second.get(30, TimeUnit.SECONDS);
            }

            assertThat(rows(DATABASE.appAs(colleague), "patient")).isEqualTo(1);
        }
    }

    @Test
    void whoIsBookedWhileThePatientIsHandedOverStaysOnTheCareTeam() throws Exception {
        written(berg, "delete from clinic.appointment where provider_id = '%s'".formatted(berg));
        var handOver = "select access.transfer_patient('%s', '%s', (select updated_at from clinic.patient))"
                .formatted(patient, stranger);

        try (var booking = DATABASE.appAs(berg).getConnection()) {
            booking.setAutoCommit(false);
            booking.createStatement().execute(appointment(patient));
            var transfer = CompletableFuture.runAsync(() -> written(berg, handOver));
            awaitLockOr(transfer);
            booking.commit();
            transfer.get(30, TimeUnit.SECONDS);
        }

        assertThat(rows(DATABASE.appAs(stranger), "patient")).isEqualTo(1);
        assertThat(rows(DATABASE.appAs(berg), "patient")).isEqualTo(1);
    }

    @Test
    void theActorGoesWithTheTransaction() throws SQLException {
        try (var session = DATABASE.app().getConnection();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("select set_config('chartroom.actor', '%s', true)".formatted(berg));
            try (var seen = statement.executeQuery("select count(*) from clinic.patient")) {
                seen.next();
                assertThat(seen.getInt(1)).isEqualTo(1);
            }
            session.commit();
            try (var seen = statement.executeQuery("select count(*) from clinic.patient")) {
                seen.next();
                assertThat(seen.getInt(1)).isZero();
            }
        }
    }

    private UUID provider(String email) {
        return owner.sql("""
                        insert into clinic.provider (email, password_hash, first_name, last_name)
                        values (:email, '!', 'A', 'B')
                        returning id
                        """).param("email", email).query(UUID.class).single();
    }

    private static String patientOf(UUID provider) {
        return "insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex) values ('%s', 'A', 'B', '1990-01-01', 'other')"
                .formatted(provider);
    }

    private static String allergy(UUID patient) {
        return "insert into clinic.allergy (patient_id, allergen, severity) values ('%s', 'Latex', 'mild')"
                .formatted(patient);
    }

    private static String condition(UUID patient) {
        return "insert into clinic.chronic_condition (patient_id, condition) values ('%s', 'Asthma')"
                .formatted(patient);
    }

    private String appointment(UUID patient) {
        return "insert into clinic.appointment (patient_id, provider_id, appointment_date, appointment_type) values ('%s', '%s', now(), 'follow_up')"
                .formatted(patient, berg);
    }

    private static String record(UUID appointment) {
        return "insert into clinic.medical_record (appointment_id, chief_complaint, subjective, objective, assessment, plan) values ('%s', 'Cough', '', '', '', '')"
                .formatted(appointment);
    }

    private static String draft(UUID appointment, UUID provider) {
        return "insert into draft.note (appointment_id, provider_id, note) values ('%s', '%s', '{}')"
                .formatted(appointment, provider);
    }

    private static String vitalSigns(UUID appointment) {
        return "insert into clinic.vital_signs (appointment_id, heart_rate) values ('%s', 70)".formatted(appointment);
    }

    private String symptom() {
        return "insert into clinic.symptom (medical_record_id, name) values ('%s', 'Cough')".formatted(recordId());
    }

    private String prescription() {
        return "insert into clinic.prescription (medical_record_id, medication, dosage, frequency, duration) values ('%s', 'A', 'B', 'C', 'D')"
                .formatted(recordId());
    }

    private UUID recordId() {
        return owner.sql("select id from clinic.medical_record")
                .query(UUID.class)
                .single();
    }

    private static int rows(DataSource session, String table) {
        return rowsOf(session, "clinic." + table);
    }

    private static int rowsOf(DataSource session, String relation) {
        return JdbcClient.create(session)
                .sql("select count(*) from " + relation)
                .query(Integer.class)
                .single();
    }

    private int careTeam() {
        return owner.sql("select count(*) from access.care_team")
                .query(Integer.class)
                .single();
    }

    /** How many rows the statement changes; it is not committed. */
    private int changed(UUID actor, String sql) {
        try (var session = DATABASE.appAs(actor).getConnection();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void written(UUID actor, String sql) {
        try (var session = DATABASE.appAs(actor).getConnection();
                var statement = session.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SQLSTATE that the statement ends with; 00000 is success, which is not committed. */
    private String stateOf(UUID actor, String sql) {
        return messageOf(actor, sql).substring(0, 5);
    }

    private String messageOf(UUID actor, String sql) {
        try (var session = DATABASE.appAs(actor).getConnection();
                var statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute(sql);
            return "00000";
        } catch (SQLException e) {
            return e.getSQLState() + " " + e.getMessage();
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
}
