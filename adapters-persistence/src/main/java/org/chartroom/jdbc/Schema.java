package org.chartroom.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The versions of the database: forward by Flyway, back by the script that lies beside each migration, for which
 * community Flyway has no command. Versions are the numbers of {@code V0001__….sql}; 0 is the empty database.
 *
 * <p>Every change is made as {@value Roles#OWNER}, under one lock (see {@link SchemaLock}), so that nodes may start
 * together and a way back never meets a migration.
 */
public final class Schema {

    static final String HISTORY = "flyway.schema_history";

    private final DataSource database;
    private final String home;

    /**
     * @param database signs in as a member of {@value Roles#OWNER}, see {@link Roles}; gives at least four connections
     *                 at a time and is not the application's pool, because Flyway's connections come back with the
     *                 owner's role set
     */
    public Schema(DataSource database) {
        this(database, "db");
    }

    /** @param home the folder on the class path that holds {@code migration} and {@code rollback} */
    Schema(DataSource database, String home) {
        this.database = database;
        this.home = home;
    }

    /**
     * Applies what is pending.
     *
     * @return the versions applied, oldest first
     * @throws SchemaRefused if the database has a version that this program does not know, one that failed, or one whose
     *                       script was another when it was applied
     */
    public List<String> migrate() {
        return migrateTo(MigrationVersion.LATEST);
    }

    List<String> migrateTo(MigrationVersion target) {
        try (SchemaLock lock = SchemaLock.take(database)) {
            Flyway flyway = flyway(lock.session(), target);
            MigrationInfoService history = flyway.info();
            appliedNewestFirst(history).forEach(version -> refuseUnsound(version, history));
            appliedNewestFirst(history).forEach(Schema::refuseEdited);
            return flyway.migrate().migrations.stream()
                    .map(each -> each.version)
                    .toList();
        }
    }

    /**
     * Takes the newest version back; nothing happens to an empty database.
     *
     * @return the version taken back, if there was one
     * @throws SchemaRefused as {@link #rollbackTo}
     */
    public List<String> rollback() {
        try (SchemaLock lock = SchemaLock.take(database)) {
            MigrationInfoService history =
                    flyway(database, MigrationVersion.LATEST).info();
            return takeBack(lock, history, appliedNewestFirst(history).limit(1).toList());
        }
    }

    /**
     * Takes back every version above the one named, newest first, each in a transaction of its own together with its
     * row in Flyway's history.
     *
     * @param version one that is applied, or 0 for all
     * @return the versions taken back, newest first
     * @throws SchemaRefused before anything is changed, if the version is not applied, or if one of those above it has
     *                       no script, is unknown to this program, or failed
     */
    public List<String> rollbackTo(int version) {
        MigrationVersion target = MigrationVersion.fromVersion(String.valueOf(version));
        try (SchemaLock lock = SchemaLock.take(database)) {
            MigrationInfoService history =
                    flyway(database, MigrationVersion.LATEST).info();
            List<MigrationInfo> applied = appliedNewestFirst(history).toList();
            if (version != 0
                    && applied.stream().noneMatch(each -> each.getVersion().equals(target))) {
                throw SchemaRefused.notApplied(
                        version, applied.stream().map(Schema::number).toList());
            }
            return takeBack(
                    lock,
                    history,
                    applied.stream()
                            .filter(each -> each.getVersion().isNewerThan(target))
                            .toList());
        }
    }

    /** What is applied and what is pending. Takes no lock, so that it answers while a migration runs. */
    public Status status() {
        MigrationInfoService history = flyway(database, MigrationVersion.LATEST).info();
        return new Status(
                appliedNewestFirst(history).map(Status.Applied::of).toList().reversed(),
                Stream.of(history.pending()).map(Status.Pending::of).toList());
    }

    /**
     * Drops every schema that {@value Roles#OWNER} has in this database, Flyway's history among them, with all data and
     * with whatever others built upon it. It does not go the way back version by version: a reset has to work as well
     * from a state that no script knows, and keeps no row that a script would have to spare.
     *
     * @return the schemas dropped
     */
    public List<String> drop() {
        try (SchemaLock lock = SchemaLock.take(database)) {
            List<String> schemas = JdbcClient.create(lock.jdbc())
                    .sql("""
                            select quote_ident(nspname) as name
                              from pg_namespace
                             where nspowner = to_regrole(:owner)
                             order by nspname
                            """)
                    .param("owner", Roles.OWNER)
                    .query((row, _) -> row.getString("name"))
                    .list();
            if (!schemas.isEmpty()) {
                lock.inTransaction(
                        jdbc -> jdbc.execute("drop schema %s cascade".formatted(String.join(", ", schemas))));
            }
            return schemas;
        }
    }

    private List<String> takeBack(SchemaLock lock, MigrationInfoService history, List<MigrationInfo> versions) {
        versions.forEach(version -> refuseUnsound(version, history));
        List<WayBack> waysBack = versions.stream().map(this::wayBack).toList();
        for (WayBack wayBack : waysBack) {
            lock.inTransaction(jdbc -> {
                jdbc.execute(wayBack.script());
                jdbc.update("delete from " + HISTORY + " where version = ?", wayBack.version());
            });
        }
        return waysBack.stream().map(WayBack::version).toList();
    }

    private WayBack wayBack(MigrationInfo version) {
        String migration = version.getScript();
        ClassPathResource script =
                new ClassPathResource("%s/rollback/R%s".formatted(home, migration.substring("V".length())));
        if (!script.exists()) {
            throw SchemaRefused.noWayBack(number(version), script.getPath());
        }
        try {
            return new WayBack(number(version), script.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseUnsound(MigrationInfo version, MigrationInfoService history) {
        if (!version.getState().isResolved()) {
            String newestKnown = Stream.of(history.all())
                    .filter(each -> each.isVersioned() && each.getState().isResolved())
                    .max(Comparator.comparing(MigrationInfo::getVersion))
                    .map(Schema::number)
                    .orElse("none");
            throw SchemaRefused.unknownVersion(number(version), newestKnown);
        }
        if (version.getState().isFailed()) {
            throw SchemaRefused.failedVersion(number(version));
        }
    }

    /** It may be taken back, as whoever writes a migration does a dozen times; nothing is built upon it. */
    private static void refuseEdited(MigrationInfo version) {
        if (!version.isChecksumMatching()) {
            throw SchemaRefused.editedVersion(number(version));
        }
    }

    private static Stream<MigrationInfo> appliedNewestFirst(MigrationInfoService history) {
        return Stream.of(history.applied())
                .filter(MigrationInfo::isVersioned)
                .sorted(Comparator.comparing(MigrationInfo::getVersion).reversed());
    }

    private static String number(MigrationInfo version) {
        return version.getVersion().getVersion();
    }

    /**
     * By itself Flyway holds its own lock by a transaction on one connection, keeps its history in that, and migrates on
     * another: a version is there without its row when something is killed between the two commits. Without that lock it uses
     * one connection for both.
     */
    private Flyway flyway(DataSource connections, MigrationVersion target) {
        return Flyway.configure()
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .dataSource(connections)
                .locations("classpath:" + home + "/migration")
                .defaultSchema("flyway")
                .table("schema_history")
                // no role yet where nothing was ever migrated, and then only status() comes here
                .initSql(
                        "select set_config('role', rolname, false) from pg_roles where rolname = '" + Roles.OWNER + "'")
                .target(target)
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .ignoreMigrationPatterns(new String[0]) // by default it would run on a database newer than itself
                .cleanDisabled(true)
                .load();
    }

    private record WayBack(String version, String script) {}

    /**
     * The versions of one database, oldest first.
     *
     * @param applied in the database, whether this program knows them or not
     * @param pending known to this program and not in the database
     */
    public record Status(List<Applied> applied, List<Pending> pending) {

        public Status {
            applied = List.copyOf(applied);
            pending = List.copyOf(pending);
        }

        public record Applied(String version, String description, Instant installedOn, State state) {

            private static Applied of(MigrationInfo info) {
                return new Applied(
                        number(info),
                        info.getDescription(),
                        info.getInstalledOn().toInstant(),
                        State.of(info.getState()));
            }
        }

        public record Pending(String version, String description) {

            private static Pending of(MigrationInfo info) {
                return new Pending(number(info), info.getDescription());
            }
        }

        /** Of an applied version: as it should be, stopped halfway, or not known to this program. */
        public enum State {
            SOUND,
            FAILED,
            UNKNOWN;

            private static State of(MigrationState state) {
                if (!state.isResolved()) {
                    return UNKNOWN;
                }
                return state.isFailed() ? FAILED : SOUND;
            }
        }
    }
}
