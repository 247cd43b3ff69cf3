package org.chartroom.jdbc;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The roles that everything in the database is granted to, and their members.
 *
 * <p>{@value #OWNER} owns schemas, tables and functions; migrations run as it. {@value #APP} owns nothing and holds the
 * rights of daily work; the sessions of the connection pool run {@code set role} to it. {@value #AUDITOR} owns nothing
 * either; it reads the audit trail and seals it. None can sign in: the accounts that do are made members, so that what an
 * account is called, and whether one serves for all, is the operator's choice.
 *
 * <p>Roles belong to the cluster, not to the database: that is why no migration makes them, and why no way back drops
 * them.
 */
public final class Roles {

    public static final String OWNER = "chartroom_owner";
    public static final String APP = "chartroom_app";
    public static final String AUDITOR = "chartroom_auditor";

    /** Enough to lose a race several times; what is still missing then is not a race. */
    private static final int ATTEMPTS = 5;

    private final DataSource database;

    public Roles(DataSource database) {
        this.database = database;
    }

    /**
     * Brings about what is missing: the roles, the memberships, the owner's right to create schemas in this database;
     * and takes from {@code public} the right to create in the schema of that name. Where nothing is missing nothing is
     * run, so an account without any such right will do once an administrator has prepared the database.
     *
     * @param migrationAccount becomes a member of the owner and of the auditor
     * @param poolAccount      becomes a member of the application role; may be the same
     * @throws SchemaRefused if the account may not do so; the message holds the SQL for an administrator
     */
    public void prepare(String migrationAccount, String poolAccount) {
        try (SchemaLock lock = SchemaLock.take(database)) {
            JdbcClient jdbc = JdbcClient.create(lock.jdbc());
            List<String> missing = missing(jdbc, migrationAccount, poolAccount);
            DataAccessException failure = null;
            for (int attempt = 0; attempt < ATTEMPTS && !missing.isEmpty(); attempt++) {
                failure = run(lock, missing);
                missing = missing(jdbc, migrationAccount, poolAccount);
            }
            if (!missing.isEmpty()) {
                throw SchemaRefused.rightsMissing(missing, failure);
            }
        }
    }

    /**
     * The lock holds in one database, the roles in all of them: a node that starts on another database of the cluster
     * may be a moment ahead, and the statement then fails in one of several ways. Only what is missing afterwards
     * counts, so a failure is kept and not thrown.
     */
    private static @Nullable DataAccessException run(SchemaLock lock, List<String> statements) {
        DataAccessException failure = null;
        for (String statement : statements) {
            try {
                lock.jdbc().execute(statement);
            } catch (DataAccessException e) {
                failure = e;
            }
        }
        return failure;
    }

    private static List<String> missing(JdbcClient jdbc, String migrationAccount, String poolAccount) {
        // since PostgreSQL 16 a member may be without the right to set role; before, being a member is enough
        return jdbc.sql("""
                with role (name) as (
                    values (:owner), (:app), (:auditor)
                ), member (account, role) as (
                    values (:migration, :owner), (:migration, :auditor), (:pool, :app)
                ), missing (step, statement) as (
                    select 1, format('create role %I nologin', name)
                      from role
                     where to_regrole(name) is null
                     union
                    select 2, format('grant %I to %I', role, account)
                      from member
                     where pg_has_role(to_regrole(quote_ident(account)), to_regrole(role),
                                       case when current_setting('server_version_num')::int >= 160000
                                            then 'set' else 'member' end) is not true
                     union
                    select 3, format('grant create, connect on database %I to %I', current_database(), :owner)
                     where has_database_privilege(to_regrole(:owner), current_database(), 'create')  is not true
                        or has_database_privilege(to_regrole(:owner), current_database(), 'connect') is not true
                     union
                    select 4, 'revoke create on schema public from public'
                      from pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner))) as acl
                     where nspname = 'public'
                       and acl.grantee = 0
                       and acl.privilege_type = 'CREATE'
                )
                select statement
                  from missing
                 order by step, statement
                """)
                .param("owner", OWNER)
                .param("app", APP)
                .param("auditor", AUDITOR)
                .param("migration", migrationAccount)
                .param("pool", poolAccount)
                .query((row, _) -> row.getString("statement"))
                .list();
    }
}
