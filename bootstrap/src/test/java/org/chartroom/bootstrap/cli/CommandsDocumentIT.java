package org.chartroom.bootstrap.cli;

import org.chartroom.docs.Document;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CommandsDocumentIT {

    private static final String INTRODUCTION = """
            # Commands

            What `--help` tells of every command. `db:migrate` and so on are the same as `db migrate`. Written from the commands;
            `verify` compares, `.ci/write-docs` writes it anew.
            """;

    @Test
    void thePageTellsWhatEveryCommandTellsOfItself() {
        var page = new StringBuilder(INTRODUCTION);
        write(Chartroom.program(), page);

        Document.named("commands.md").isCurrentlyAs(page.toString());
    }

    private static void write(CommandLine command, StringBuilder page) {
        page.append("%n## %s%n%n```%n%s```%n"
                .formatted(command.getCommandSpec().qualifiedName(), command.getUsageMessage(Ansi.OFF)));
        command.getSubcommands().forEach((name, subcommand) -> {
            if (!name.contains(":")) write(subcommand, page);
        });
    }
}
