package org.chartroom.bootstrap.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A password from whoever runs a command; never from its arguments, which every user of the machine can read. */
final class TypedPassword {

    /** Typed twice without being shown, or one line of standard input. */
    @SuppressWarnings("SystemConsoleNull") // Java 22 has one without a terminal, Java 25 again has none
    static String chosen() {
        var console = System.console();
        return console != null && console.isTerminal() ? typed(console) : line();
    }

    private static String typed(Console console) {
        var first = console.readPassword("Password: ");
        var second = console.readPassword("Once more: ");
        if (first == null || second == null) throw new CommandRefused("No password was typed.");
        if (!new String(first).equals(new String(second)))
            throw new CommandRefused("The two passwords differ; nothing was changed.");
        return new String(first);
    }

    private static String line() {
        try {
            @Nullable String line = new BufferedReader(new InputStreamReader(System.in, inputCharset())).readLine();
            if (line == null) throw new CommandRefused("A password is expected as one line of standard input.");
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset inputCharset() {
        var name = System.getProperty("stdin.encoding");
        return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    }

    private TypedPassword() {}
}
