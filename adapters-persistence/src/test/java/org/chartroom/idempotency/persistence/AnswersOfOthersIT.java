package org.chartroom.idempotency.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.chartroom.jdbc.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What row-level security holds back from a statement that forgot to say whose answers it is about. */
class AnswersOfOthersIT {

    private static final String ANSWER = """
            insert into idempotency.answer
                   (provider_id, key, request_hash, patient_id, status, location, body, answered_at)
            values (:provider, :key, decode(repeat('0a', 32), 'hex'), :patient, 201, '/api/patients/…', '{}', now())
            """;

    @AutoClose
    private final TestDatabase database = TestDatabase.migrated();

    private UUID okafor;
    private UUID lindqvist;
    private UUID patient;

    @BeforeEach
    void okaforWasAnswered() {
        okafor = provider("okafor");
        lindqvist = provider("lindqvist");
        patient = JdbcClient.create(database.owner())
                .sql("""
                        insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                        values (:provider, 'Noor', 'Lind', '1971-03-04', 'female')
                        returning id
                        """)
                .param("provider", okafor)
                .query(UUID.class)
                .single();
        answer(okafor, okafor, "first");
    }

    @Test
    void nobodySeesAnothersAnswers() {
        assertThat(answersSeenBy(okafor)).isEqualTo(1);
        assertThat(answersSeenBy(lindqvist)).isZero();
    }

    @Test
    void nobodyAnswersInAnothersName() {
        assertThatThrownBy(() -> answer(lindqvist, okafor, "second")).hasStackTraceContaining("row-level security");
    }

    @Test
    void nothingIsRememberedOfAPatientWhomOneDoesNotSee() {
        assertThatThrownBy(() -> answer(lindqvist, lindqvist, "second")).hasStackTraceContaining("row-level security");
    }

    @Test
    void nobodyChangesAnothersAnswers() {
        assertThat(JdbcClient.create(database.appAs(lindqvist))
                        .sql("update idempotency.answer set body = '{}'")
                        .update())
                .isZero();
    }

    private UUID provider(String name) {
        return JdbcClient.create(database.owner())
                .sql("""
                        insert into clinic.provider (email, password_hash, first_name, last_name)
                        values (:name || '@clinic.example', '{noop}x', 'Ada', :name)
                        returning id
                        """)
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private void answer(UUID actor, UUID provider, String key) {
        JdbcClient.create(database.appAs(actor))
                .sql(ANSWER)
                .param("provider", provider)
                .param("key", key)
                .param("patient", patient)
                .update();
    }

    private int answersSeenBy(UUID actor) {
        return JdbcClient.create(database.appAs(actor))
                .sql("select count(*) from idempotency.answer")
                .query(Integer.class)
                .single();
    }
}
