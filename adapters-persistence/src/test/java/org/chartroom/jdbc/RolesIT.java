package org.chartroom.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Roles belong to a whole cluster, so this class has one of its own, without any of ours before each test. */
class RolesIT {

    @AutoClose
    private static EmbeddedPostgres cluster;

    @BeforeAll
    static void startCluster() throws IOException {
        cluster = EmbeddedPostgres.start();
    }

    @BeforeEach
    void twoDatabasesAndTwoPlainAccounts() {
        asSuperuser(
                "postgres",
                "create role migration login",
                "create role pool login",
                "create database clinic",
                "create database branch");
    }

    @AfterEach
    void nothingLeft() {
        asSuperuser("postgres", "drop database clinic with (force)", "drop database branch with (force)");
        new JdbcTemplate(cluster.getPostgresDatabase())
                .queryForList(
                        "select format('drop role %I', rolname) from pg_roles where rolname !~ '^(pg_|postgres$)'",
                        String.class)
                .forEach(statement -> asSuperuser("postgres", statement));
    }

    @Test
    void theMigrationAccountBuildsAndThePoolAccountWorks() {
        prepare("clinic", "postgres", "migration", "pool");

        assertThatCode(() -> as("migration", "clinic", "set role chartroom_owner; create schema ward"))
                .doesNotThrowAnyException();
        assertThatCode(() -> as("pool", "clinic", "set role chartroom_app")).doesNotThrowAnyException();
        assertThatThrownBy(() -> as("pool", "clinic", "set role chartroom_owner"))
                .hasStackTraceContaining("permission denied to set role");
        assertThatCode(() -> as("migration", "clinic", "set role chartroom_auditor"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> as("pool", "clinic", "set role chartroom_auditor"))
                .hasStackTraceContaining("permission denied to set role");
    }

    @Test
    void oneAccountMayServeForBoth() {
        prepare("clinic", "postgres", "migration", "migration");

        assertThatCode(() -> as("migration", "clinic", "set role chartroom_owner; set role chartroom_app"))
                .doesNotThrowAnyException();
    }

    @Test
    void noRoleSignsInOrIsMoreThanItself() {
        prepare("clinic", "postgres", "migration", "pool");

        assertThat(JdbcClient.create(cluster.getDatabase("postgres", "clinic"))
                        .sql("""
                                select rolname
                                  from pg_roles
                                 where rolname in ('chartroom_owner', 'chartroom_app', 'chartroom_auditor')
                                   and not (rolcanlogin or rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
                                """)
                        .query((row, _) -> row.getString(1))
                        .list())
                .hasSize(3);
    }

    @Test
    void aSecondTimeChangesNothing() {
        prepare("clinic", "postgres", "migration", "pool");
        List<String> before = rowVersions();

        prepare("clinic", "postgres", "migration", "pool");

        assertThat(rowVersions()).isEqualTo(before);
    }

    @RepeatedTest(5)
    void twoNodesInTheSameMomentBothSucceed() throws Exception {
        AtOnce.run(
                () -> prepare("clinic", "postgres", "migration", "pool"),
                () -> prepare("clinic", "postgres", "migration", "pool"));

        assertThatCode(() -> as("migration", "clinic", "set role chartroom_owner"))
                .doesNotThrowAnyException();
    }

    @RepeatedTest(5)
    void twoNodesOnTwoDatabasesOfTheClusterBothSucceed() throws Exception {
        AtOnce.run(
                () -> prepare("clinic", "postgres", "migration", "pool"),
                () -> prepare("branch", "postgres", "migration", "pool"));

        assertThatCode(() -> as("migration", "clinic", "set role chartroom_owner; create schema ward"))
                .doesNotThrowAnyException();
        assertThatCode(() -> as("migration", "branch", "set role chartroom_owner; create schema ward"))
                .doesNotThrowAnyException();
    }

    @Test
    void anAccountWithoutTheRightIsToldWhatAnAdministratorHasToRun() {
        assertThatThrownBy(() -> prepare("clinic", "migration", "migration", "pool"))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("""
                        create role chartroom_app nologin;
                        create role chartroom_auditor nologin;
                        create role chartroom_owner nologin;
                        grant chartroom_app to pool;
                        grant chartroom_auditor to migration;
                        grant chartroom_owner to migration;
                        grant create, connect on database clinic to chartroom_owner;
                        """);
    }

    @Test
    void whatAnAdministratorWasToldToRunIsEnough() {
        assertThatThrownBy(() -> prepare("clinic", "migration", "migration", "pool"))
                .satisfies(refused -> asSuperuser(
                        "clinic", requireNonNull(refused.getMessage()).split("\n\n", 2)[1]));

        assertThatCode(() -> prepare("clinic", "migration", "migration", "pool"))
                .doesNotThrowAnyException();
    }

    @Test
    void anAccountThatMayCreateRolesAndOwnsTheDatabaseNeedsNoAdministrator() {
        asSuperuser("postgres", "alter role migration createrole", "alter database clinic owner to migration");

        prepare("clinic", "migration", "migration", "pool");

        assertThatCode(() -> as("migration", "clinic", "set role chartroom_owner; create schema ward"))
                .doesNotThrowAnyException();
        assertThatCode(() -> as("pool", "clinic", "set role chartroom_app")).doesNotThrowAnyException();
    }

    @Test
    void whatANodeLeftUndoneThatStoppedAfterMakingTheRolesIsDone() {
        asSuperuser("postgres", "alter role migration createrole", "alter database clinic owner to migration");
        as("migration", "clinic", "create role chartroom_owner nologin; create role chartroom_app nologin");

        prepare("clinic", "migration", "migration", "pool");

        assertThatCode(() -> as("migration", "clinic", "set role chartroom_owner; create schema ward"))
                .doesNotThrowAnyException();
    }

    @Test
    void anAccountThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> prepare("clinic", "postgres", "migration", "nobody"))
                .isInstanceOf(SchemaRefused.class)
                .hasMessageContaining("grant chartroom_app to nobody")
                .hasRootCauseMessage("ERROR: role \"nobody\" does not exist");
    }

    @Test
    void anAccountMayHaveAnyName() {
        asSuperuser("postgres", "create role \"O'Hara \"\"; drop\" login");

        prepare("clinic", "postgres", "O'Hara \"; drop", "pool");

        assertThatCode(() -> as("O'Hara \"; drop", "clinic", "set role chartroom_owner"))
                .doesNotThrowAnyException();
    }

    @Test
    void thePublicSchemaIsClosed() {
        asSuperuser("clinic", "grant create on schema public to public");

        prepare("clinic", "postgres", "migration", "pool");

        assertThatThrownBy(() -> as("pool", "clinic", "create table public.attic (id int)"))
                .hasStackTraceContaining("permission denied for schema public");
    }

    private static boolean prepare(String database, String account, String migrationAccount, String poolAccount) {
        new Roles(cluster.getDatabase(account, database)).prepare(migrationAccount, poolAccount);
        return true;
    }

    /** What the catalogue has of roles, members and rights, with the transaction that wrote each row. */
    private static List<String> rowVersions() {
        return JdbcClient.create(cluster.getDatabase("postgres", "clinic"))
                .sql("""
                        select concat_ws(' ', oid, xmin) from pg_authid
                         union all
                        select concat_ws(' ', roleid, member, xmin) from pg_auth_members
                         union all
                        select concat_ws(' ', oid, xmin) from pg_database
                         union all
                        select concat_ws(' ', oid, xmin) from pg_namespace
                         order by 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static void as(String account, String database, String sql) {
        new JdbcTemplate(cluster.getDatabase(account, database)).execute(sql);
    }

    private static void asSuperuser(String database, String... statements) {
        JdbcTemplate jdbc = new JdbcTemplate(cluster.getDatabase("postgres", database));
        Stream.of(statements).forEach(jdbc::execute);
    }
}
