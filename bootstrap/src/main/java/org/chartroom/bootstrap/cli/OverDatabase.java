package org.chartroom.bootstrap.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.chartroom.bootstrap.ClinicDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command over the database that the settings name: {@code SPRING_DATASOURCE_URL}, else the embedded one, which is
 * joined where a server runs it.
 */
abstract class OverDatabase implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public final Integer call() {
        try (var context = CommandContext.start()) {
            run(context.getBean(ClinicDatabase.class), context);
        }
        return 0;
    }

    abstract void run(ClinicDatabase database, ApplicationContext context);

    /** For a command that writes nothing, and so does not migrate either. */
    final void requireMigrated(ClinicDatabase database) {
        if (!database.schema().status().pending().isEmpty())
            throw new CommandRefused(
                    "The tables of this database are older than this program; db migrate brings them up.");
    }

    final void say(String line) {
        if (spec != null) spec.commandLine().getOut().println(line);
    }

    final void sayMigrated(List<String> applied) {
        say(applied.isEmpty() ? "The database is up to date." : "Migrated: version " + String.join(", ", applied));
    }
}
