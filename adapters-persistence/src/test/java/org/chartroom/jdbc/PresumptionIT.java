package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is taken for granted is found out by the first statement, of which nothing is seen when it is not so. */
class PresumptionIT {

    private static final UUID OKAFOR = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID LINDQVIST = UUID.fromString("00000000-0000-4000-8000-000000000002");

    /** Of the actor, and whether it stands. */
    private static final String QUERY = """
            select (select set_config('chartroom.actor', ?, true) where ? = 'stands') is not null as stands
            """;

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AutoClose
    private static final HikariDataSource CONNECTION = one();

    private static final AccompaniedDataSource POOL = new AccompaniedDataSource(CONNECTION);

    private final ActorJdbc jdbc = new ActorJdbc(POOL);
    private final TransactionTemplate changing = new TransactionTemplate(new JdbcTransactionManager(POOL));
    private final TransactionTemplate reading = new TransactionTemplate(new JdbcTransactionManager(POOL));
    private final AtomicInteger lookedUp = new AtomicInteger();

    PresumptionIT() {
        reading.setReadOnly(true);
    }

    private static HikariDataSource one() {
        var pool = new HikariDataSource();
        pool.setDataSource(DATABASE.app());
        pool.setMaximumPoolSize(1);
        return pool;
    }

    @BeforeAll
    static void twoProvidersWithAPatientEach() {
        for (var provider : List.of(OKAFOR, LINDQVIST))
            JdbcClient.create(DATABASE.owner()).sql("""
                        with added as (
                            insert into clinic.provider (id, email, password_hash, first_name, last_name)
                            values (:id, :id || '@clinic.example', '!', 'A', 'B'))
                        insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                        values (:id, 'A', 'B', date '1990-01-01', 'other')
                        """).param("id", provider).update();
    }

    @Test
    void whereItIsSoTheFirstStatementIsAnsweredAndNobodyAsksAgain() {
        try (var presumption = presume(true)) {
            assertThat(patients(reading, OKAFOR)).isEqualTo(1);
            assertThat(patients(reading, OKAFOR)).isEqualTo(1);
            assertThat(patients(changing, OKAFOR)).isEqualTo(1);
            assertThat(presumption.stands()).isTrue();
        }
        assertThat(lookedUp).hasValue(0);
    }

    @Test
    void whereItIsNotNeitherTheFirstStatementIsAnsweredNorALaterOne() {
        try (var presumption = presume(false)) {
            refused(reading, OKAFOR);
            refused(reading, OKAFOR);
            refused(changing, OKAFOR);
            assertThat(presumption.stands()).isFalse();
        }
        assertThat(lookedUp).hasValue(0);
        assertThat(patients(reading, OKAFOR)).isEqualTo(1);
    }

    @Test
    void beforeAChangeItIsLookedUp() {
        try (var _ = presume(false)) {
            refused(changing, OKAFOR);
        }
        try (var _ = presume(true)) {
            assertThat(patients(changing, OKAFOR)).isEqualTo(1);
        }
        assertThat(lookedUp).hasValue(2);
    }

    @Test
    void itIsLookedUpBeforeAnotherProviderActsAndWhereNothingWasRead() {
        try (var _ = presume(false)) {
            refused(reading, LINDQVIST);
        }
        try (var presumption = presume(false)) {
            reading.executeWithoutResult(_ -> jdbc.as(OKAFOR));
            assertThat(presumption.stands()).isFalse();
        }
        assertThat(lookedUp).hasValue(2);
    }

    @Test
    void whatIsKeptForTheCommitFindsItOutToo() {
        try (var _ = presume(false)) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> reading.executeWithoutResult(_ -> {
                        jdbc.as(OKAFOR);
                        jdbc.addNow();
                    }));
        }
        assertThat(lookedUp).hasValue(0);
    }

    @Test
    void whatIsAddedAheadIsAddedWhereItIsSoAndElseNothingIs() {
        try (var _ = presume(true)) {
            assertThat(patientsWithAnotherAhead("present")).isPositive();
        }
        try (var _ = presume(false)) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> patientsWithAnotherAhead("absent"));
        }
        assertThat(lookedUp).hasValue(0);
        assertThat(JdbcClient.create(DATABASE.owner())
                        .sql("select distinct last_name from clinic.patient where first_name = 'ahead'")
                        .query(String.class)
                        .list())
                .containsExactly("present");
        JdbcClient.create(DATABASE.owner())
                .sql("delete from clinic.patient where first_name = 'ahead'")
                .update();
    }

    private long patientsWithAnotherAhead(String lastName) {
        return reading.execute(_ -> {
            jdbc.addAhead(OKAFOR, """
                    insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                    select :provider::uuid, 'ahead', :lastName, date '1990-01-01', 'other'
                     where access.actor() = :provider::uuid
                    """, Map.of("provider", OKAFOR.toString(), "lastName", lastName));
            return jdbc.lastAs(OKAFOR)
                    .sql("select count(*) from clinic.patient where provider_id = :provider")
                    .param("provider", OKAFOR)
                    .query(Long.class)
                    .single();
        });
    }

    private Presumption presume(boolean stands) {
        return jdbc.presume(
                OKAFOR,
                QUERY,
                List.of(OKAFOR.toString(), stands ? "stands" : ""),
                () -> lookedUp.incrementAndGet() > 0 && stands,
                Refused::new);
    }

    private void refused(TransactionTemplate transaction, UUID provider) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> patients(transaction, provider));
    }

    private long patients(TransactionTemplate transaction, UUID provider) {
        return transaction.execute(_ -> jdbc.as(provider)
                .sql("select count(*) from clinic.patient where provider_id = :provider")
                .param("provider", provider)
                .query(Long.class)
                .single());
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
