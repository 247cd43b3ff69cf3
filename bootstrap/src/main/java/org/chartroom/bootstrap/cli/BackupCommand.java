package org.chartroom.bootstrap.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chartroom.bootstrap.ClinicBackups;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = {
            "Backs the embedded database up, whether a server runs on it or not.",
            "The backup is a new folder in DIR with all that a restore needs. It holds every record: keep it as you keep those."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder that is there, best on another disk.")
    private Path directory = Path.of("");

    @Override
    public Integer call() {
        try (var context = CommandContext.start()) {
            var backup = context.getBean(ClinicBackups.class).take(directory, System.err::println);
            if (spec != null)
                spec.commandLine()
                        .getOut()
                        .println("Backed up to %s, %d MB, good for every instant from %s on that is archived."
                                .formatted(backup.folder(), backup.size() >> 20, backup.usableFrom()));
        }
        return 0;
    }
}
