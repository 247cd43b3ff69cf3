package org.chartroom.bootstrap.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartroom.audit.application.AuditReview;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.bootstrap.ClinicDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Commands for the audit trail. */
@Command(
        name = "audit",
        description = "Looks into who saw or changed what.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditCommand.Verify.class, AuditCommand.Export.class})
final class AuditCommand {

    private AuditCommand() {}

    @Command(
            name = "verify",
            description = {
                "Checks that the audit trail is as it was sealed; names the first event that is not.",
                "The seals that the server wrote outside the database (chartroom.audit.seals) vouch for it."
            },
            mixinStandardHelpOptions = true)
    static final class Verify extends OverDatabase {

        @Override
        void run(ClinicDatabase database, ApplicationContext context) {
            requireMigrated(database);
            var verdict = context.getBean(AuditReview.class).verify();
            if (verdict.event() != null && verdict.breach() != null)
                throw new CommandRefused("The audit trail is broken: event %d %s. %d events in %d seals before it fit."
                        .formatted(verdict.event(), verdict.breach().words(), verdict.sealed(), verdict.seals()));
            if (!verdict.isSound())
                throw new CommandRefused(
                        "The audit trail fits its %d seals, but outside the database only those up to %d are vouched for. Run this where a server runs, or name the folder of seals by CHARTROOM_AUDIT_SEALS."
                                .formatted(verdict.seals(), verdict.vouched()));
            say("The audit trail is sound: %d events in %d seals, %d not yet sealed."
                    .formatted(verdict.sealed(), verdict.seals(), verdict.unsealed()));
        }
    }

    @Command(
            name = "export",
            description = "Writes the events of a time, oldest first.",
            mixinStandardHelpOptions = true)
    static final class Export extends OverDatabase {

        @Option(
                names = "--from",
                required = true,
                paramLabel = "WHEN",
                description = "First day in the clinic's zone, such as 2026-03-02, or instant.")
        private String from = "";

        @Option(
                names = "--to",
                required = true,
                paramLabel = "WHEN",
                description = "Last day, or the first instant that is no longer meant.")
        private String to = "";

        @Option(
                names = "--format",
                defaultValue = "CSV",
                paramLabel = "FORMAT",
                description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
        private Format format = Format.CSV;

        @Option(
                names = "--output",
                paramLabel = "FILE",
                description = "A file that is not there yet. Default: standard output.")
        private @Nullable Path output;

        @Override
        void run(ClinicDatabase database, ApplicationContext context) {
            requireMigrated(database);
            var clock = context.getBean(Clock.class);
            var first = instant(from, 0, clock);
            var end = instant(to, 1, clock);
            if (!first.isBefore(end)) throw new CommandRefused("--from must be before --to.");
            try (var writer = writer()) {
                format.begin(writer);
                context.getBean(AuditReview.class).export(first, end, format.to(writer));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Writer writer() throws IOException {
            if (output == null) return new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
            return Files.newBufferedWriter(output, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        /** A day means its beginning, and with {@code days} added that of a later one. */
        private static Instant instant(String text, int days, Clock clock) {
            try {
                return text.contains("T")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDate.parse(text)
                                .plusDays(days)
                                .atStartOfDay(clock.getZone())
                                .toInstant();
            } catch (DateTimeException e) {
                throw new CommandRefused(
                        "'%s' is neither a day such as 2026-03-02 nor an instant such as 2026-03-02T09:30:00Z."
                                .formatted(text));
            }
        }
    }

    /** How events are written. Nothing in an event needs quoting: it is made of numbers, ids, codes and addresses. */
    enum Format {
        CSV {
            @Override
            void begin(Writer writer) throws IOException {
                writer.write(Stream.of(StoredEvent.class.getRecordComponents())
                                .map(each -> each.getName())
                                .collect(Collectors.joining(","))
                        + "\r\n");
            }

            @Override
            String line(StoredEvent event) {
                return event.canonical().replace('\t', ',') + "\r\n";
            }
        },
        NDJSON {
            @Override
            String line(StoredEvent event) {
                return JsonMapper.shared().writeValueAsString(event) + "\n";
            }
        };

        void begin(Writer writer) throws IOException {}

        abstract String line(StoredEvent event);

        final Consumer<StoredEvent> to(Writer writer) {
            return event -> {
                try {
                    writer.write(line(event));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        }
    }
}
