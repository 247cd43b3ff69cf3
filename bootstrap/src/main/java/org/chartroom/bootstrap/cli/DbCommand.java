package org.chartroom.bootstrap.cli;

import java.util.List;
import java.util.Locale;
import org.chartroom.audit.application.AuditReview;
import org.chartroom.bootstrap.ClinicDatabase;
import org.chartroom.bootstrap.demo.DemoClinic;
import org.chartroom.bootstrap.demo.DemoSeed;
import org.chartroom.jdbc.Schema;
import org.chartroom.provider.application.out.TokenGenerator;
import org.chartroom.provider.domain.Password;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Commands for the database itself. */
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

    /** A command that ends with the demo clinic in the database. */
    abstract static class Seeding extends OverDatabase {

        private static final int PASSWORD_CHARACTERS = 20; // 120 bits

        /** On the embedded database Dr. Demo's password is known to all, elsewhere to nobody but who reads this. */
        final void seed(ClinicDatabase database, ApplicationContext context) {
            var password = database.isEmbedded() ? DemoSeed.KNOWN_PASSWORD : random(context);
            var report = context.getBean(DemoSeed.class).seed(password);
            say(report.toString());
            if (report.opened())
                say("Sign in as %s with the password %s%s"
                        .formatted(
                                DemoClinic.EMAIL.value(),
                                password.value(),
                                database.isEmbedded() ? "" : " (it is not told again)"));
        }

        private static Password random(ApplicationContext context) {
            return new Password(
                    context.getBean(TokenGenerator.class).next().value().substring(0, PASSWORD_CHARACTERS));
        }
    }

    @Command(
            name = "reset",
            description = "Drops everything, migrates and seeds the demo clinic. What the database held is lost.",
            mixinStandardHelpOptions = true)
    static final class Reset extends Seeding {

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
            context.getBean(AuditReview.class).begin();
            seed(database, context);
        }
    }

    @Command(
            name = "seed",
            description = "Adds the demo clinic; what of it is there is left as it is.",
            mixinStandardHelpOptions = true)
    static final class Seed extends Seeding {

        @Override
        void run(ClinicDatabase database, ApplicationContext context) {
            sayMigrated(database.migrate());
            seed(database, context);
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
