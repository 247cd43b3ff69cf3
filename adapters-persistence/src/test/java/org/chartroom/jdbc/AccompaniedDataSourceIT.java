package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes along with another statement does what it would have done by itself. */
class AccompaniedDataSourceIT {

    private static final UUID OKAFOR = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private static final String ADD = """
            insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
            select p.provider_id, 'A', p.last_name, date '1990-01-01', 'other'
              from unnest(:provider::uuid[], :lastName::text[]) as p (provider_id, last_name)
            """;

    private static final String ADD_ONE = """
            insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
            values (:actor, 'A', :name, date '1990-01-01', 'other')
            """;

    private static final String ADD_AHEAD = """
            insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex, notes)
            select :provider::uuid, 'A', :lastName, date '1990-01-01', 'other', :notes
            """;

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @AutoClose
    private static final HikariDataSource CONNECTION = one();

    private static final AccompaniedDataSource POOL = new AccompaniedDataSource(CONNECTION);

    private final ActorJdbc jdbc = new ActorJdbc(POOL);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(POOL));

    private final TransactionTemplate reading = new TransactionTemplate(new JdbcTransactionManager(POOL));

    AccompaniedDataSourceIT() {
        reading.setReadOnly(true);
    }

    private static HikariDataSource one() {
        var pool = new HikariDataSource();
        pool.setDataSource(DATABASE.app());
        pool.setMaximumPoolSize(1);
        return pool;
    }

    @BeforeAll
    static void aProvider() {
        JdbcClient.create(DATABASE.owner()).sql("""
                        insert into clinic.provider (id, email, password_hash, first_name, last_name)
                        values (:id, 'okafor@clinic.example', '!', 'A', 'B')
                        """).param("id", OKAFOR).update();
    }

    @Test
    void aQueryGoesBehindTheActor() {
        var row = transaction.execute(_ -> jdbc.as(OKAFOR)
                .sql(
                        "select access.actor() as actor, :number::integer as number, :text as text, :nothing::text as nothing")
                .param("number", 7)
                .param("text", "; select 1")
                .param("nothing", null)
                .query()
                .singleRow());

        assertThat(row)
                .containsEntry("actor", OKAFOR)
                .containsEntry("number", 7)
                .containsEntry("text", "; select 1")
                .containsEntry("nothing", null);
    }

    @Test
    void aChangeGoesBehindTheActorAndTellsHowManyRows() {
        var added = transaction.execute(_ -> jdbc.as(OKAFOR)
                .sql("""
                        insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)
                        select :actor, 'A', 'by update', date '1990-01-01', 'other' from generate_series(1, :number)
                        """)
                .param("actor", OKAFOR)
                .param("number", 3)
                .update());

        assertThat(added).isEqualTo(3);
        assertThat(named("by update")).isEqualTo(3);
    }

    @Test
    void ofSeveralInOneTextAQueryHasTheRowsOfTheFirstWhetherOrNotTheActorGoesAlong() {
        transaction.executeWithoutResult(_ -> {
            assertThat(several("of several", 1)).containsExactly(1);
            assertThat(seen("of several")).isEqualTo(2);
            assertThat(several("of several", 0)).isEmpty();
            assertThat(seen("of several")).isEqualTo(4);
        });

        assertThat(named("of several")).isEqualTo(4);
    }

    @Test
    void ofSeveralInOneTextAChangeTellsHowManyRowsTheFirstChanged() {
        var changed = transaction.execute(_ -> jdbc.as(OKAFOR)
                .sql(ADD_ONE + "; update clinic.patient set last_name = 'renamed' where last_name = :name")
                .param("actor", OKAFOR)
                .param("name", "of two")
                .update());

        assertThat(changed).isEqualTo(1);
        assertThat(named("renamed")).isEqualTo(1);
    }

    @Test
    void whatFailsAmongSeveralUndoesAllOfThem() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> jdbc.as(OKAFOR)
                        .sql("select 1; " + ADD_ONE + "; select 1 / 0")
                        .param("actor", OKAFOR)
                        .param("name", "beside a failure")
                        .query(Integer.class)
                        .single()));

        assertThat(named("beside a failure")).isZero();
    }

    @Test
    void severalInOneTextDoNotEndATransaction() {
        reading.executeWithoutResult(_ -> {
            jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "behind several"));
            jdbc.lastAs(OKAFOR).sql("select 1; select 2").query(Integer.class).single();
            assertThat(seen("behind several")).isZero();
        });

        assertThat(named("behind several")).isEqualTo(1);
    }

    @Test
    void manyAtOnceGoByThemselves() {
        transaction.executeWithoutResult(_ -> jdbc.batchesAs(OKAFOR)
                .getJdbcOperations()
                .batchUpdate(
                        "insert into clinic.patient (provider_id, first_name, last_name, date_of_birth, sex)"
                                + " values (?, 'A', 'by batch', date '1990-01-01', 'other')",
                        List.of(new Object[] {OKAFOR}, new Object[] {OKAFOR})));

        assertThat(named("by batch")).isEqualTo(2);
    }

    @Test
    void aStatementThatIsNotPreparedHasTheActorToo() {
        var actor = transaction.execute(_ -> {
            jdbc.as(OKAFOR);
            return new JdbcTemplate(POOL).queryForObject("select access.actor()", UUID.class);
        });

        assertThat(actor).isEqualTo(OKAFOR);
    }

    @Test
    void whatGoesWithTheCommitIsThereAfterwardsAllOfItOnce() {
        transaction.executeWithoutResult(_ -> {
            jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "at commit"));
            assertThat(seen("at commit")).isZero();
            jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "at commit"));
        });

        assertThat(named("at commit")).isEqualTo(2);
        transaction.executeWithoutResult(_ -> seen("at commit"));
        assertThat(named("at commit")).isEqualTo(2);
    }

    @Test
    void aTransactionMayDoNothingElse() {
        transaction.executeWithoutResult(_ -> jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "alone")));

        assertThat(named("alone")).isEqualTo(1);
    }

    @Test
    void whatIsWantedEarlierGoesEarlier() {
        transaction.executeWithoutResult(_ -> {
            jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "earlier"));
            jdbc.addNow();
            assertThat(seen("earlier")).isEqualTo(1);
        });

        assertThat(named("earlier")).isEqualTo(1);
    }

    @Test
    void whatIsAddedAheadIsThereOnceTheLastStatementIsExecuted() {
        reading.executeWithoutResult(_ -> {
            jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "ahead"));
            assertThat(found(jdbc.lastAs(OKAFOR), "ahead", null)).isEqualTo("ahead");
            assertThat(named("ahead")).isEqualTo(1);
        });

        assertThat(named("ahead")).isEqualTo(1);
        reading.executeWithoutResult(_ -> seen("ahead"));
        assertThat(named("ahead")).isEqualTo(1);
    }

    @Test
    void theLastStatementMayFollowOthers() {
        reading.executeWithoutResult(_ -> {
            jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "behind others"));
            assertThat(seen("behind others")).isZero();
            jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "behind others"));
            assertThat(found(jdbc.lastAs(OKAFOR), "; select 1", "; select 1")).isEqualTo("; select 1");
        });

        assertThat(named("behind others")).isEqualTo(2);
    }

    @Test
    void whatIsAddedAheadAndWhatGoesWithTheCommitAreBothThere() {
        reading.executeWithoutResult(_ -> {
            jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "both"));
            jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "both"));
            jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "both"));
            jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "both"));
        });

        assertThat(named("both")).isEqualTo(4);
    }

    @Test
    void nothingFollowsTheLastStatement() {
        for (var more : List.<Runnable>of(
                () -> seen("followed"),
                () -> jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "followed")),
                () -> new JdbcTemplate(POOL).queryForObject("select 1", Integer.class),
                () -> jdbc.lastAs(OKAFOR).sql("select 1").query(Integer.class).single()))
            reading.executeWithoutResult(_ -> {
                jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "followed"));
                found(jdbc.lastAs(OKAFOR), "followed", null);
                assertThatIllegalStateException().isThrownBy(more::run);
            });

        assertThat(named("followed")).isEqualTo(4);
    }

    @Test
    void whatIsAddedAheadWaitsForTheCommitWhereNoStatementIsSaidToBeTheLast() {
        reading.executeWithoutResult(_ -> {
            jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "ahead of the commit"));
            assertThat(seen("ahead of the commit")).isZero();
            assertThat(seen("ahead of the commit")).isZero();
        });

        assertThat(named("ahead of the commit")).isEqualTo(1);
    }

    @Test
    void nothingEndsByALastStatementAheadOfWhichNothingWasAdded() {
        reading.executeWithoutResult(_ -> {
            found(jdbc.lastAs(OKAFOR), "no end", null);
            jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "no end"));
            found(jdbc.lastAs(OKAFOR), "no end", null);
            assertThat(seen("no end")).isZero();
        });

        assertThat(named("no end")).isEqualTo(1);
    }

    @Test
    void aLastStatementThatFailsAddsNothing() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> reading.executeWithoutResult(_ -> {
                    jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "of a failure"));
                    jdbc.lastAs(OKAFOR).sql("select 1 / 0").query(Integer.class).single();
                }));

        reading.executeWithoutResult(_ -> seen("of a failure"));
        assertThat(named("of a failure")).isZero();
    }

    @Test
    void whatCannotBeAddedAheadIsNotRead() {
        var none = ADD_AHEAD + " where false";
        for (var insert : List.of(none, ADD_AHEAD))
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> reading.executeWithoutResult(_ -> {
                        jdbc.addAhead(
                                OKAFOR, insert, one(insert.equals(none) ? OKAFOR : UUID.randomUUID(), "not added"));
                        found(jdbc.lastAs(OKAFOR), "not added", null);
                    }));

        assertThat(named("not added")).isZero();
    }

    @Test
    void onlyAQueryEndsATransactionAndOnlyOneThatReads() {
        assertThatIllegalStateException()
                .isThrownBy(() -> reading.executeWithoutResult(_ -> {
                    jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "by a change"));
                    jdbc.lastAs(OKAFOR)
                            .sql("update clinic.patient set notes = 'changed'")
                            .update();
                }));
        transaction.executeWithoutResult(_ -> {
            jdbc.addAhead(OKAFOR, ADD_AHEAD, one(OKAFOR, "in a change"));
            found(jdbc.lastAs(OKAFOR), "in a change", null);
            assertThat(seen("in a change")).isZero();
        });

        assertThat(named("by a change")).isZero();
        assertThat(named("in a change")).isEqualTo(1);
    }

    @Test
    void whatIsRolledBackIsForgotten() {
        transaction.executeWithoutResult(status -> {
            jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "rolled back"));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> seen("rolled back"));

        assertThat(named("rolled back")).isZero();
    }

    @Test
    void aSavepointKeepsWhatWasBeforeIt() {
        var nested = new TransactionTemplate(new JdbcTransactionManager(POOL));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(_ -> {
            jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "before the savepoint"));
            nested.executeWithoutResult(inner -> {
                jdbc.addAtCommit(OKAFOR, ADD, row(OKAFOR, "behind the savepoint"));
                inner.setRollbackOnly();
            });
        });

        assertThat(named("before the savepoint")).isEqualTo(1);
        assertThat(named("behind the savepoint")).isZero();
    }

    @Test
    void whatCannotBeAddedAtTheCommitUndoesTheTransaction() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    jdbc.as(OKAFOR)
                            .sql(ADD_ONE)
                            .param("actor", OKAFOR)
                            .param("name", "undone")
                            .update();
                    jdbc.addAtCommit(OKAFOR, ADD, row(UUID.randomUUID(), "of a stranger"));
                }));

        assertThat(named("undone")).isZero();
        assertThat(named("of a stranger")).isZero();
    }

    @Test
    void aStatementThatFailsLeavesTheConnectionAsItWas() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(_ ->
                        jdbc.as(OKAFOR).sql("select 1 / 0").query(Integer.class).single()));

        assertThat(JdbcClient.create(POOL)
                        .sql("select access.actor() is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static Map<String, @Nullable String> row(UUID provider, String lastName) {
        return Map.of("provider", provider.toString(), "lastName", lastName);
    }

    /** One column of it is null. */
    private static Map<String, @Nullable String> one(UUID provider, String lastName) {
        var row = new HashMap<String, @Nullable String>(row(provider, lastName));
        row.put("notes", null);
        return row;
    }

    /** The one, where there is no other; its last parameter is the one that may be null. */
    private static String found(JdbcClient jdbc, String one, @Nullable String other) {
        return jdbc.sql("select coalesce(:other::text, :one::text) where :actor = access.actor() and :number = 7")
                .param("actor", OKAFOR)
                .param("number", 7)
                .param("one", one)
                .param("other", other, Types.VARCHAR)
                .query(String.class)
                .single();
    }

    /** Adds two of that name, behind a query of so many rows. */
    private List<@Nullable Integer> several(String lastName, int rows) {
        return jdbc.as(OKAFOR)
                .sql("select 1 from generate_series(1, :rows); " + ADD_ONE + "; " + ADD_ONE)
                .param("rows", rows)
                .param("actor", OKAFOR)
                .param("name", lastName)
                .query(Integer.class)
                .list();
    }

    private int seen(String lastName) {
        return jdbc.as(OKAFOR)
                .sql("select count(*) from clinic.patient where last_name = :name")
                .param("name", lastName)
                .query(Integer.class)
                .single();
    }

    private static int named(String lastName) {
        return JdbcClient.create(DATABASE.owner())
                .sql("select count(*) from clinic.patient where last_name = :name")
                .param("name", lastName)
                .query(Integer.class)
                .single();
    }
}
