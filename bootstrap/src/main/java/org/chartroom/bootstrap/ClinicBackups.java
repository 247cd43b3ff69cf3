package org.chartroom.bootstrap;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.chartroom.audit.domain.Hash;
import org.chartroom.audit.domain.SealHead;
import org.chartroom.bootstrap.embedded.Backup;
import org.chartroom.bootstrap.embedded.Backups;
import org.chartroom.bootstrap.embedded.EmbeddedPostgres;
import org.chartroom.bootstrap.embedded.Endpoint;
import org.chartroom.bootstrap.embedded.Restoration;
import org.chartroom.bootstrap.embedded.Restoration.Recovered;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Backups of the embedded database with what of the clinic belongs to them: the seals, and nobody signed in afterwards. */
public final class ClinicBackups {

    private final ObjectProvider<ClinicDatabase> database;
    private final Environment environment;
    private final ClinicSettings settings;

    ClinicBackups(ObjectProvider<ClinicDatabase> database, Environment environment, ClinicSettings settings) {
        this.database = database;
        this.environment = environment;
        this.settings = settings;
    }

    /**
     * Makes one.
     *
     * @throws RefusedSetting when the database is not the embedded one, whose files are not ours to copy
     */
    public Backup take(Path directory, Consumer<String> progress) {
        requireEmbedded();
        var server = database.getObject().server();
        if (server == null) throw new IllegalStateException("the embedded database is not there");
        return new Backups(directory).take(ClinicDatabase.home(environment), server, seals(), progress);
    }

    /**
     * Restores into the empty home, and ends all sessions before anybody can use one.
     *
     * @param at the instant whose state is wanted; null: as late as what is archived
     * @return what was restored, a line each
     */
    public List<String> restore(Path from, @Nullable Instant at, Consumer<String> progress) {
        requireEmbedded();
        var told = new ArrayList<String>();
        new Restoration(ClinicDatabase.home(environment), from, at, progress)
                .run((recovered, seals) -> told.addAll(settle(recovered, seals)));
        return told;
    }

    private void requireEmbedded() {
        if (!ClinicDatabase.isEmbedded(environment))
            throw new RefusedSetting(
                    "SPRING_DATASOURCE_URL names a PostgreSQL of your own, which is backed up and restored by its own tools: docs/operations.md, section Backups, tells how.");
    }

    private Path seals() {
        return DatabaseConfiguration.folderOfSeals(true, settings);
    }

    private List<String> settle(Recovered recovered, Path backedUpSeals) {
        var database = client(recovered.server());
        var told = new ArrayList<String>();
        var upTo = recovered.upTo();
        told.add(
                upTo == null
                        ? "Restored %s, as of %s."
                                .formatted(
                                        recovered.backup().folder().getFileName(),
                                        recovered.backup().usableFrom())
                        : "Restored %s, with what was archived up to %s."
                                .formatted(recovered.backup().folder().getFileName(), upTo));
        if (isMade(database, "clinic.patient")) told.add("It has %s.".formatted(counts(database)));
        if (isMade(database, "access.session"))
            told.add("Sessions that were ended: %d. Everybody signs in again, with the password of that time."
                    .formatted(endSessions(database)));
        if (isMade(database, "audit.seal")) told.add(settleSeals(database, backedUpSeals));
        return told;
    }

    private static String counts(JdbcClient database) {
        return database.sql("""
                        select format('%s patients, %s appointments, %s records',
                                      (select count(*) from clinic.patient),
                                      (select count(*) from clinic.appointment),
                                      (select count(*) from clinic.medical_record))
                        """).query(String.class).single();
    }

    /** Whoever was signed in at that time may have signed out since, or lost the device. Their refresh tokens go along. */
    private static int endSessions(JdbcClient database) {
        return database.sql("delete from access.session").update();
    }

    private String settleSeals(JdbcClient database, Path backedUp) {
        var chain = database.sql("select id from audit.chain").query(UUID.class).single();
        return new RestoredSeals(chain, number -> heads(database, number)).settle(seals(), backedUp);
    }

    private static List<SealHead> heads(JdbcClient database, long number) {
        return database.sql("""
                        select number, first_event, last_event, sealed_at, hash
                          from audit.seal
                         where number >= :number
                         order by number
                         limit 1000
                        """)
                .param("number", number)
                .query((row, _) -> new SealHead(
                        row.getLong("number"),
                        row.getLong("first_event"),
                        row.getLong("last_event"),
                        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                        new Hash(HexFormat.of().formatHex(row.getBytes("hash")))))
                .list();
    }

    private static boolean isMade(JdbcClient database, String table) {
        return database.sql("select to_regclass(:table) is not null")
                .param("table", table)
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient client(Endpoint server) {
        return JdbcClient.create(new DriverManagerDataSource(
                server.jdbcUrl(EmbeddedPostgres.DATABASE), server.user(), server.password()));
    }
}
