package org.chartroom.bootstrap.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.chartroom.bootstrap.ClinicBackups;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description = {
            "Restores the embedded database into an empty home (CHARTROOM_HOME), and ends all sessions.",
            "The backup is checked before anything is changed."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A backup, or the folder of backups: then the newest that will do.")
    private Path from = Path.of("");

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "The instant whose state is wanted, such as 2026-03-02T09:30:00Z. Default: as late as what is archived.")
    private @Nullable String at;

    @Override
    public Integer call() {
        var instant = at == null ? null : instant(at);
        try (var context = CommandContext.start()) {
            var told = context.getBean(ClinicBackups.class).restore(from, instant, System.err::println);
            if (spec != null) told.forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new CommandRefused(
                    "'%s' is no instant with its zone, such as 2026-03-02T09:30:00Z or 2026-03-02T10:30:00+01:00."
                            .formatted(text));
        }
    }
}
