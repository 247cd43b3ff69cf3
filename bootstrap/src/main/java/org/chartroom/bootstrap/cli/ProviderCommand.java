package org.chartroom.bootstrap.cli;

import org.chartroom.bootstrap.ClinicDatabase;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.application.AccountAdministration;
import org.chartroom.provider.application.AccountView;
import org.chartroom.provider.domain.ProviderDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands for the accounts of those who sign in. What they change is true for the very next request, on every node. */
@Command(
        name = "provider",
        description = {
            "Looks after the accounts of those who sign in.",
            "A password is asked for at the terminal, unseen, or read as one line of standard input."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ProviderCommand.Add.class,
            ProviderCommand.ListAll.class,
            ProviderCommand.Disable.class,
            ProviderCommand.Enable.class,
            ProviderCommand.ResetPassword.class
        })
final class ProviderCommand {

    private ProviderCommand() {}

    /** A command that changes accounts; the tables are brought to the newest version before. */
    abstract static class OverAccounts extends OverDatabase {

        @Override
        final void run(ClinicDatabase database, ApplicationContext context) {
            database.migrate();
            run(context.getBean(AccountAdministration.class));
        }

        abstract void run(AccountAdministration accounts);
    }

    /** A command over one account. */
    abstract static class OverAccount extends OverAccounts {

        @Parameters(paramLabel = "EMAIL", description = "The e-mail address of the account.")
        private String email = "";

        @Override
        final void run(AccountAdministration accounts) {
            run(accounts, new EmailAddress(email));
        }

        abstract void run(AccountAdministration accounts, EmailAddress account);
    }

    @Command(name = "add", description = "Adds a provider, who can sign in at once.", mixinStandardHelpOptions = true)
    static final class Add extends OverAccounts {

        @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "Signs in with it.")
        private String email = "";

        @Option(names = "--first-name", required = true, paramLabel = "NAME", description = "Given name.")
        private String firstName = "";

        @Option(names = "--last-name", required = true, paramLabel = "NAME", description = "Family name.")
        private String lastName = "";

        @Option(names = "--specialty", paramLabel = "TEXT", description = "Such as: Family medicine.")
        private @Nullable String specialty;

        @Option(names = "--license-number", paramLabel = "TEXT", description = "Of the licence to practise.")
        private @Nullable String licenseNumber;

        @Option(names = "--phone", paramLabel = "TEXT", description = "As it is to be shown.")
        private @Nullable String phone;

        @Override
        void run(AccountAdministration accounts) {
            var details = details();
            accounts.add(details, TypedPassword.chosen());
            say("Added " + details.email().value() + ".");
        }

        private ProviderDetails details() {
            var wrong = new Violations();
            var details = wrong.part(() -> new ProviderDetails(
                    wrong.part("email", () -> new EmailAddress(email)),
                    wrong.part(() -> new PersonName(firstName, lastName)),
                    specialty,
                    licenseNumber,
                    phone));
            wrong.refuse();
            return details;
        }
    }

    @Command(name = "list", description = "Lists the accounts.", mixinStandardHelpOptions = true)
    static final class ListAll extends OverDatabase {

        @Override
        void run(ClinicDatabase database, ApplicationContext context) {
            requireMigrated(database);
            var all = context.getBean(AccountAdministration.class).accounts();
            if (all.isEmpty()) say("There are no accounts; provider add makes one.");
            all.forEach(account -> say(line(account)));
        }

        private static String line(AccountView account) {
            return "%-40s  %-30s  %s"
                    .formatted(
                            account.email().value(),
                            account.name().firstName() + " " + account.name().lastName(),
                            account.disabledAt() == null ? "enabled" : "disabled since " + account.disabledAt());
        }
    }

    @Command(
            name = "disable",
            description = "Closes an account and ends its sessions.",
            mixinStandardHelpOptions = true)
    static final class Disable extends OverAccount {

        @Override
        void run(AccountAdministration accounts, EmailAddress account) {
            accounts.disable(account);
            say("Disabled " + account.value() + "; its sessions have ended.");
        }
    }

    @Command(name = "enable", description = "Opens an account again.", mixinStandardHelpOptions = true)
    static final class Enable extends OverAccount {

        @Override
        void run(AccountAdministration accounts, EmailAddress account) {
            accounts.enable(account);
            say("Enabled " + account.value() + ".");
        }
    }

    @Command(
            name = "reset-password",
            description = "Gives an account another password and ends its sessions.",
            mixinStandardHelpOptions = true)
    static final class ResetPassword extends OverAccount {

        @Override
        void run(AccountAdministration accounts, EmailAddress account) {
            accounts.resetPassword(account, TypedPassword.chosen());
            say("Changed the password of " + account.value() + "; its sessions have ended.");
        }
    }
}
