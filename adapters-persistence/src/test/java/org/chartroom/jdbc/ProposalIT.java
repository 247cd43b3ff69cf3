package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself makes of proposals, for whoever writes SQL. */
class ProposalIT {

    private static final String DONE = "done";
    private static final String NOT_GRANTED = "42501";

    private static final String ACCEPT =
            "update scribe.proposal set decision = 'accepted', fact_id = gen_random_uuid(),"
                    + " decided_by = '%s', decided_at = now()";

    @AutoClose
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private UUID ada;
    private UUID colleague;

    @BeforeEach
    void oneIsProposed() {
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
        assertThat(state(DATABASE.appAs(ada), propose(ada))).isEqualTo(DONE);
    }

    @Test
    void whoMayWriteTheRecordDecidesOnceAndNobodyAgain() {
        assertThat(changed(DATABASE.appAs(ada), ACCEPT.formatted(ada))).isEqualTo(1);
        assertThat(changed(DATABASE.appAs(ada), "update scribe.proposal set decision = 'rejected', fact_id = null"))
                .isZero();
    }

    @Test
    void whoOnlySeesTheRecordNeitherProposesNorDecides() {
        assertThat(state(DATABASE.appAs(colleague), propose(colleague))).isEqualTo(NOT_GRANTED);
        assertThat(changed(DATABASE.appAs(colleague), ACCEPT.formatted(colleague)))
                .isZero();
        assertThat(JdbcClient.create(DATABASE.appAs(colleague))
                        .sql("select count(*) from scribe.proposal")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyProposesOrDecidesInAnothersName() {
        assertThat(state(DATABASE.appAs(ada), propose(colleague))).isEqualTo(NOT_GRANTED);
        assertThat(state(DATABASE.appAs(ada), ACCEPT.formatted(colleague))).isEqualTo(NOT_GRANTED);
    }

    @Test
    void whoIsNotOnTheCareTeamSeesNothing() {
        assertThat(JdbcClient.create(DATABASE.appAs(UUID.randomUUID()))
                        .sql("select count(*) from scribe.proposal")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update scribe.proposal set content = '{}'",
                "update scribe.proposal set evidence = '[]'",
                "update scribe.proposal set provider_id = provider_id",
                "delete from scribe.proposal",
                "truncate scribe.proposal",
            })
    void whatWasProposedIsNotChangedOrRemoved(String statement) {
        assertThat(state(DATABASE.appAs(ada), statement)).isEqualTo(NOT_GRANTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update scribe.proposal set decision = 'accepted'",
                "update scribe.proposal set decision = 'edited', fact_id = gen_random_uuid(), decided_by = provider_id, decided_at = now()",
                "update scribe.proposal set decision = 'accepted', decided_by = provider_id, decided_at = now()",
                "update scribe.proposal set decision = 'rejected', fact_id = gen_random_uuid(), decided_by = provider_id, decided_at = now()",
            })
    void aDecisionIsWhole(String statement) {
        assertThat(state(DATABASE.owner(), statement)).startsWith("23514 proposal_");
    }

    @Test
    void nothingIsProposedOrDecidedOfASignedRecord() {
        owner.sql("""
                insert into signing.signature (medical_record_id, provider_id, signer, meaning, sha256)
                select id, :ada, 'Ada Berg', 'author', sha256('') from clinic.medical_record
                """).param("ada", ada).update();

        assertThat(state(DATABASE.appAs(ada), propose(ada))).isEqualTo("23001 signature_holds");
        assertThat(state(DATABASE.appAs(ada), ACCEPT.formatted(ada))).isEqualTo("23001 signature_holds");
    }

    private static String propose(UUID by) {
        return """
                insert into scribe.proposal (id, medical_record_id, kind, content, evidence, transcript_sha256,
                                             value_not_in_evidence, engine_name, engine_version, provider_id, sent_at)
                select gen_random_uuid(), id, 'symptom', '{"symptom": {"name": "cough"}}',
                       '[{"start": 0, "end": 4, "quote": "Good"}]', sha256(''), false, 'Scribe', '1', '%s', now()
                  from clinic.medical_record
                """.formatted(by);
    }

    private static int changed(DataSource source, String statement) {
        return JdbcClient.create(source).sql(statement).update();
    }

    /** What a statement comes to: its error's state and the constraint that it broke. */
    private static String state(DataSource source, String statement) {
        try (var connection = source.getConnection();
                var each = connection.createStatement()) {
            each.execute(statement);
            return DONE;
        } catch (SQLException e) {
            var told = e instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
            return told == null || told.getConstraint() == null
                    ? String.valueOf(e.getSQLState())
                    : e.getSQLState() + " " + told.getConstraint();
        }
    }
}
