package org.chartroom.bootstrap.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chartroom.bootstrap.ClinicDatabase;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.chartroom.jdbc.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands for the database that the settings name: {@code SPRING_DATASOURCE_URL}, else the embedded one, which is
 * joined where a server runs it.
 */
@Command(
        name = "db",
        description = "Looks after the clinic's database: SPRING_DATASOURCE_URL, else the embedded one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DbCommand.Migrate.class,
            DbCommand.Rollback.class,
            DbCommand.Reset.class,
            DbCommand.Seed.class,
            DbCommand.Status.class
        })
final class DbCommand {

    private DbCommand() {}

    /** A command over the database. */
    abstract static class OverDatabase implements Callable<Integer> {

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

        final void say(String line) {
            if (spec != null) spec.commandLine().getOut().println(line);
        }

        final void sayMigrated(List<String> applied) {
            say(applied.isEmpty() ? "The database is up to date." : "Migrated: version " + String.join(", ", applied));
        }
    }

    @Command(
            name = "migrate",
            description = "Brings the tables to the newest version.",
            mixinStandardHelpOptions = true)
    static final class Migrate extends OverDatabase {

        @Override
        void run(ClinicDatabase database, ApplicationContext context) {
            sayMigrated(database.migrate());
        }
    }

    @Command(
            name = "rollback",
            description = "Takes versions of the tables back, newest first, with what only they can hold.",
            mixinStandardHelpOptions = true)
    static final class Rollback extends OverDatabase {

        @Option(
                names = "--to",
                paramLabel = "VERSION",
                description = "The version to go back to; 0 is an empty database. Default: one step.")
        private @Nullable Integer to;

        @Override
        void run(ClinicDatabase database, ApplicationContext context) {
            var takenBack = to == null
                    ? database.schema().rollback()
                    : database.schema().rollbackTo(to);
            say(
                    takenBack.isEmpty()
                            ? "There is nothing to take back."
                            : "Taken back: version " + String.join(", ", takenBack));
        }
    }

    @Command(
            name = "reset",
            description = "Drops everything, migrates and seeds the demo clinic. What the database held is lost.",
            mixinStandardHelpOptions = true)
    static final class Reset extends OverDatabase {

        @Option(
                names = "--yes-destroy",
                paramLabel = "DATABASE",
                description = "The database's name, required where it is not the embedded one.")
        private @Nullable String destroy;

        @Override
        void run(ClinicDatabase database, ApplicationContext context) {
            var name = database.name();
            if (!database.isEmbedded() && !name.equals(destroy))
                throw new CommandRefused(
                        "This would destroy everything in database %1$s. If that is what you want: db reset --yes-destroy %1$s"
                                .formatted(name));
            database.schema().drop();
            sayMigrated(database.migrate());
            say(context.getBean(DemoSeed.class).seed().toString());
        }
    }

    @Command(
            name = "seed",
            description = "Adds the demo clinic; what of it is there is left as it is.",
            mixinStandardHelpOptions = true)
    static final class Seed extends OverDatabase {

        @Override
        void run(ClinicDatabase database, ApplicationContext context) {
            sayMigrated(database.migrate());
            say(context.getBean(DemoSeed.class).seed().toString());
        }
    }

    @Command(name = "status", description = "Tells which versions the tables have.", mixinStandardHelpOptions = true)
    static final class Status extends OverDatabase {

        @Option(names = "--json", description = "As one JSON object.")
        private boolean json;

        @Override
        void run(ClinicDatabase database, ApplicationContext context) {
            var status = database.schema().status();
            var report = new Report(database.name(), database.isEmbedded(), status.applied(), status.pending());
            say(json ? JsonMapper.shared().writeValueAsString(report) : report.text());
        }

        record Report(
                String database,
                boolean embedded,
                List<Schema.Status.Applied> applied,
                List<Schema.Status.Pending> pending) {

            String text() {
                var text = new StringBuilder("Database %s%s".formatted(database, embedded ? " (embedded)" : ""));
                for (var version : applied)
                    text.append("%n  %s  %-30s  %s  %s"
                            .formatted(
                                    version.version(),
                                    version.description(),
                                    version.installedOn(),
                                    version.state().name().toLowerCase(Locale.ROOT)));
                for (var version : pending)
                    text.append("%n  %s  %-30s  pending".formatted(version.version(), version.description()));
                return text.toString();
            }
        }
    }
}
