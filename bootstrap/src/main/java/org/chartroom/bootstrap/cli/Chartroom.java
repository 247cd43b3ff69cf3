package org.chartroom.bootstrap.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.chartroom.bootstrap.RefusedSetting;
import org.chartroom.bootstrap.embedded.EmbeddedPostgresException;
import org.chartroom.jdbc.SchemaRefused;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program. */
@Command(
        name = "chartroom",
        description = "The medical-record backend for small clinics. Without a command it serves.",
        subcommands = {
            ServeCommand.class,
            DbCommand.class,
            ProviderCommand.class,
            AuditCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            RehearseCommand.class
        },
        versionProvider = Chartroom.Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:refused or failed", "2:the command line is not understood"})
public final class Chartroom {

    private Chartroom() {}

    /**
     * Runs one command to its end; {@code serve} ends when the server does.
     *
     * @return the exit code: 0 done, 1 refused or failed, 2 the command line is not understood
     */
    public static int run(String... arguments) {
        var program = program();
        program.setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println("chartroom: " + explanation(failure));
            return 1;
        });
        return program.execute(withCommand(program, arguments).toArray(String[]::new));
    }

    static CommandLine program() {
        var program = new CommandLine(new Chartroom());
        // beside db migrate, and for whoever has typed db:migrate a thousand times
        program.addSubcommand("db:migrate", DbCommand.Migrate.class)
                .addSubcommand("db:rollback", DbCommand.Rollback.class)
                .addSubcommand("db:reset", DbCommand.Reset.class)
                .addSubcommand("db:seed", DbCommand.Seed.class)
                .addSubcommand("db:status", DbCommand.Status.class);
        return program.setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static List<String> withCommand(CommandLine program, String... arguments) {
        var words = new ArrayList<>(List.of(arguments));
        var isSetting = !words.isEmpty()
                && words.getFirst().startsWith("--")
                && program.getCommandSpec().findOption(words.getFirst()) == null;
        if (words.isEmpty() || isSetting) words.addFirst("serve");
        return words;
    }

    /** What we refuse says what to do; anything else is told with where it came from. */
    private static String explanation(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof InvalidInput input) return whatIsWrong(input);
            else if (cause instanceof EmbeddedPostgresException
                    || cause instanceof SchemaRefused
                    || cause instanceof RefusedSetting
                    || cause instanceof CommandRefused
                    || cause instanceof Refusal) return String.valueOf(cause.getMessage());
        var root = failure;
        while (root.getCause() != null) root = root.getCause();
        return root.toString();
    }

    private static String whatIsWrong(InvalidInput input) {
        return input.violations().stream()
                .map(violation -> violation.field() + ": " + violation.message())
                .collect(joining("; "));
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = Chartroom.class.getPackage().getImplementationVersion();
            return new String[] {"Chartroom " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
