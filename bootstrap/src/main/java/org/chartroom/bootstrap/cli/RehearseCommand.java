package org.chartroom.bootstrap.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.chartroom.bootstrap.Rehearsal;
import picocli.CommandLine.Command;

@Command(
        name = "rehearse",
        description = {
            "Starts without a database and ends at once, for the JVM to learn from.",
            "bin/chartroom does so by itself at the first serve after a packaging."
        },
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Rehearsal.run();
        return 0;
    }
}
