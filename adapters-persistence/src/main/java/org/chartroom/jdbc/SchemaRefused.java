package org.chartroom.jdbc;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database is in a state in which the program must not go on by itself. The message is for the person who operates
 * it: what was found, and what to do. Nothing was changed by the step that was refused.
 */
public final class SchemaRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SchemaRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static SchemaRefused busy(Duration patience, Throwable cause) {
        return new SchemaRefused(
                "Another process is changing this database's schema and did not finish within %d seconds. Wait for it, or end its session, and try again."
                        .formatted(patience.toSeconds()),
                cause);
    }

    static SchemaRefused unknownVersion(String version, String newestKnown) {
        return new SchemaRefused(
                "The database has version %s, which this program (newest: %s) does not know. Use the program that made it, or a newer one."
                        .formatted(version, newestKnown),
                null);
    }

    static SchemaRefused failedVersion(String version) {
        return new SchemaRefused(
                "Version %s failed halfway. Put right by hand what it left, delete its row from %s, and try again."
                        .formatted(version, Schema.HISTORY),
                null);
    }

    static SchemaRefused editedVersion(String version) {
        return new SchemaRefused(
                "Version %s of this program is not the one that this database was made with: its script was edited after it had been applied. Use the program as it was released; a migration is followed by another, never changed."
                        .formatted(version),
                null);
    }

    static SchemaRefused noWayBack(String version, String script) {
        return new SchemaRefused(
                "Version %s has no way back: %s is missing. Restore a backup, or provide the script."
                        .formatted(version, script),
                null);
    }

    static SchemaRefused notApplied(int version, List<String> applied) {
        return new SchemaRefused(
                "Version %d is not one to go back to. Choose 0 for an empty database, or one of %s."
                        .formatted(version, applied),
                null);
    }

    static SchemaRefused rightsMissing(List<String> statements, @Nullable Throwable cause) {
        return new SchemaRefused(
                "The database account may not prepare Chartroom's roles. Have a database administrator run, in this database:\n\n%s;\n"
                        .formatted(String.join(";\n", statements)),
                cause);
    }
}
