package org.chartroom.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.bootstrap.cli.Program.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Beside other classes; among themselves these tests take their turn, as they share a database. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("cli_provider")
class ProviderCommandIT {

    private static final String ADA = "ada@clinic.example";

    private final Map<String, String> database = TestServer.environment("cli_provider");

    @Test
    void accountsAreAddedListedClosedAndOpened() {
        var early = run("", "list");
        Program.run(database, "db", "migrate");
        var none = run("", "list");
        var added = run("correct horse\n", "add", "--email", ADA, "--first-name", "Ada", "--last-name", "Okafor");
        var disabled = run("", "disable", "ADA@clinic.example");
        var listed = run("", "list");
        var enabled = run("", "enable", ADA);
        var listedAgain = run("", "list");

        assertThat(early.exitCode()).isEqualTo(1);
        assertThat(early.output()).startsWith("chartroom: The tables of this database are older than this program");
        assertThat(List.of(none, added, disabled, listed, enabled, listedAgain))
                .allSatisfy(ended -> assertThat(ended.exitCode()).isZero());
        assertThat(none.output()).contains("There are no accounts");
        assertThat(added.output()).isEqualTo("Added " + ADA + ".");
        assertThat(listed.output()).contains(ADA, "Ada Okafor", "disabled since ");
        assertThat(listedAgain.output()).contains(ADA).endsWith("enabled");
        assertThat(hash()).startsWith("$argon2id$");
    }

    @Test
    void aPasswordIsResetFromALineOfStandardInput() {
        run("correct horse\n", "add", "--email", ADA, "--first-name", "Ada", "--last-name", "Okafor");
        var before = hash();

        var reset = run("battery stäple\nwhatever follows", "reset-password", ADA);

        assertThat(reset.exitCode()).isZero();
        assertThat(hash()).startsWith("$argon2id$").isNotEqualTo(before);
    }

    @Test
    void whatIsWrongIsToldByItsFieldAndAddsNobody() {
        var common = run("password\n", "add", "--email", ADA, "--first-name", "Ada", "--last-name", "Okafor");
        var nameless = run("correct horse\n", "add", "--email", "ada", "--first-name", " ", "--last-name", "Okafor");
        var silent = run("", "add", "--email", ADA, "--first-name", "Ada", "--last-name", "Okafor");

        assertThat(common.exitCode()).isEqualTo(1);
        assertThat(common.output()).startsWith("chartroom: password: is among the first that are guessed");
        assertThat(nameless.exitCode()).isEqualTo(1);
        assertThat(nameless.output()).contains("email: must look like", "firstName: must hold more");
        assertThat(silent.exitCode()).isEqualTo(1);
        assertThat(silent.output()).contains("one line of standard input");
        assertThat(run("", "list").output()).contains("There are no accounts");
    }

    @Test
    void anUnknownAccountIsToldSo() {
        for (var command : List.of("disable", "enable")) {
            var refused = run("", command, "nobody@clinic.example");

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output()).isEqualTo("chartroom: There is no such provider.");
        }
    }

    @Test
    void aPasswordIsNoArgument() {
        var refused = run("", "add", "--email", ADA, "--first-name", "A", "--last-name", "O", "--password", "x");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("Usage: chartroom provider add");
    }

    private Ended run(String input, String... arguments) {
        var words = new ArrayList<>(List.of("provider"));
        words.addAll(List.of(arguments));
        return Program.run(database, input, words);
    }

    private static String hash() {
        return TestServer.admin("cli_provider")
                .sql("select password_hash from clinic.provider")
                .query(String.class)
                .single();
    }
}
