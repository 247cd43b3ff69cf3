package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Timeout(120)
class ActorJdbcIT {

    private static final int REQUESTS = 5_000;
    private static final UUID OKAFOR = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID LINDQVIST = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AutoClose
    private static final HikariDataSource CONNECTIONS = poolOfTwo();

    private static final AccompaniedDataSource POOL = new AccompaniedDataSource(CONNECTIONS);

    private final ActorJdbc jdbc = new ActorJdbc(POOL);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(POOL));

    private static HikariDataSource poolOfTwo() {
        var pool = new HikariDataSource();
        pool.setDataSource(DATABASE.app());
        pool.setMaximumPoolSize(2);
        return pool;
    }

    @BeforeAll
    static void twoProvidersWithThreePatientsEach() {
        var owner = JdbcClient.create(DATABASE.owner());
        for (var provider : List.of(OKAFOR, LINDQVIST)) {
            owner.sql("""
                    insert into clinic.provider (id, email, password_hash, first_name, last_name)
                    values (:provider, :email, '!', 'A', 'B')
                    """)
                    .param("provider", provider)
                    .param("email", provider + "@clinic.example")
                    .update();
            owner.sql("""
                    insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                    select :provider, 'A', 'B', date '1990-01-01', 'other' from generate_series(1, 3)
                    """).param("provider", provider).update();
        }
    }

    /**
     * What a pool must never do: hand the rights of one request to the next, whether that one ended well, in an error,
     * was cancelled, or ran out of time.
     */
    @Test
    void aConnectionNeverCarriesOneProvidersRightsToAnother() {
        var failed = new AtomicInteger();
        var wrong = new ConcurrentLinkedQueue<String>();

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var i = 0; i < REQUESTS; i++) {
                var request = i;
                threads.execute(() -> {
                    var provider = request % 2 == 0 ? OKAFOR : LINDQVIST;
                    try {
                        transaction.executeWithoutResult(_ -> {
                            if (request % 3 == 0) see(provider, wrong);
                            else patientsWithoutActor().forEach(seen -> wrong.add("unasked: " + seen));
                            see(provider, wrong);
                            fail(request, provider);
                        });
                    } catch (DataAccessException | Interrupted expected) {
                        failed.incrementAndGet();
                    }
                    patientsWithoutActor().forEach(seen -> wrong.add("left over: " + seen));
                });
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(failed).hasValueGreaterThan(REQUESTS / 4);
    }

    private void see(UUID provider, ConcurrentLinkedQueue<String> wrong) {
        var seen = jdbc.as(provider)
                .sql("select provider_id from clinic.patient")
                .query(UUID.class)
                .list();
        if (!seen.equals(List.of(provider, provider, provider))) wrong.add(provider + " sees " + seen);
    }

    private static List<@Nullable UUID> patientsWithoutActor() {
        return JdbcClient.create(POOL)
                .sql("select provider_id from clinic.patient")
                .query(UUID.class)
                .list();
    }

    private void fail(int request, UUID provider) {
        var own = jdbc.as(provider);
        switch (request % 11) {
            case 1 -> own.sql("select 1 / 0").query(Integer.class).single();
            case 3 ->
                own.sql(
                                "insert into clinic.allergy (patient_id, allergen, severity) values (gen_random_uuid(), 'x', 'mild')")
                        .update();
            case 5 -> {
                own.sql("set local statement_timeout = 1").update();
                own.sql("select pg_sleep(0.05)").query((_, _) -> 0).list();
            }
            case 7 ->
                own.sql("select pg_cancel_backend(pg_backend_pid()), pg_sleep(0.05)")
                        .query((_, _) -> 0)
                        .list();
            case 9 -> throw new Interrupted();
            default -> {} // ends well
        }
    }

    @Test
    void outsideATransactionNobodyActs() {
        assertThatIllegalStateException().isThrownBy(() -> jdbc.as(OKAFOR));
    }

    @Test
    void oneTransactionActsForOneProvider() {
        transaction.executeWithoutResult(_ -> {
            jdbc.as(OKAFOR);
            assertThat(jdbc.as(OKAFOR)).isNotNull();
            assertThatIllegalStateException().isThrownBy(() -> jdbc.as(LINDQVIST));
        });
    }

    @Test
    void afterASavepointTheActorIsSetAnew() {
        var nested = new TransactionTemplate(new JdbcTransactionManager(POOL));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(_ -> {
            nested.executeWithoutResult(inner -> {
                assertThat(patients(OKAFOR)).isEqualTo(3);
                inner.setRollbackOnly();
            });
            assertThat(patients(OKAFOR)).isEqualTo(3);
            beside().executeWithoutResult(_ -> assertThat(patients(LINDQVIST)).isEqualTo(3));
            assertThat(patients(OKAFOR)).isEqualTo(3);
        });
    }

    @Test
    void aTransactionBesideActsForItself() {
        var beside = beside();
        transaction.executeWithoutResult(_ -> {
            assertThat(patients(OKAFOR)).isEqualTo(3);
            beside.executeWithoutResult(_ -> assertThat(patients(LINDQVIST)).isEqualTo(3));
            assertThat(patients(OKAFOR)).isEqualTo(3);
        });
    }

    private static TransactionTemplate beside() {
        var beside = new TransactionTemplate(new JdbcTransactionManager(POOL));
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return beside;
    }

    private int patients(UUID provider) {
        return jdbc.as(provider)
                .sql("select count(*) from clinic.patient where provider_id = :provider")
                .param("provider", provider)
                .query(Integer.class)
                .single();
    }

    private static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
