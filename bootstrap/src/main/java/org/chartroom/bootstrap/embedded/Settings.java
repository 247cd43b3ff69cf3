package org.chartroom.bootstrap.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a server is told at each start. It outranks the files in the data directory, so it holds for data of any age. */
final class Settings {
    /** Rounds make guessing dear. The secret is 256 bits of chance, and each connection would wait for all of them. */
    static final String SCRAM_ITERATIONS = "1";

    private static final Map<String, String> FIXED = Map.ofEntries(
            // an acknowledged write is on disk
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            // this machine only, by password
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("scram_iterations", SCRAM_ITERATIONS),
            // The log tells of the server, never of a statement: the application gets those errors anyway, and their
            // text may quote a patient. The severity "log" ranks above "error".
            Map.entry("log_destination", "stderr"),
            Map.entry("logging_collector", "off"),
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_statement", "none"),
            Map.entry("log_min_duration_statement", "-1"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("timezone", "UTC"),
            Map.entry("max_connections", "100"),
            // as many bytes between two checkpoints for small segments as for large ones
            Map.entry("min_wal_size", "80MB"),
            Map.entry("max_wal_size", "1GB"),
            // short statements gain nothing from being compiled
            Map.entry("jit", "off"));

    private Settings() {}

    /** As options of the command line. */
    static List<String> options(Home home, int port) {
        return Stream.of(
                        Map.of("port", Integer.toString(port)).entrySet(),
                        FIXED.entrySet(),
                        archiving(home.backups()).entrySet())
                .flatMap(Set::stream)
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()))
                .toList();
    }

    /** A minute is what is lost at most when the disk of the records is. */
    private static Map<String, String> archiving(@Nullable Path backups) {
        if (backups == null) {
            return Map.of("archive_mode", "off");
        }
        return Map.of(
                "archive_mode", "on",
                "archive_library", "basic_archive",
                "basic_archive.archive_directory",
                        new Backups(backups).archive().toString(),
                "archive_timeout", "60s");
    }
}
