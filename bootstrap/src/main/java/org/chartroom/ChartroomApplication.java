package org.chartroom;

import org.chartroom.bootstrap.cli.Chartroom;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.logging.logback.LogbackMetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The server's Spring context; the program itself is {@link Chartroom}, of which serving is one command. */
@SpringBootApplication(
        exclude = {
            UserDetailsServiceAutoConfiguration.class, // accounts are ours
            // figures are kept where somebody reads them alone, and none that costs every request something
            ObservationAutoConfiguration.class,
            CompositeMeterRegistryAutoConfiguration.class,
            SimpleMetricsExportAutoConfiguration.class,
            LogbackMetricsAutoConfiguration.class
        })
@Modulithic(systemName = "Chartroom", sharedModules = "kernel")
public class ChartroomApplication {

    /** How many virtual threads run at once. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    public static void main(String[] arguments) {
        // before the first virtual thread. As many threads as a busy database has processes get their share of the
        // cores
        // beside them; one for each core, as by itself, waits behind those, and whoever is unlucky for long
        if (System.getProperty(CARRIERS) == null)
            System.setProperty(
                    CARRIERS, Integer.toString(Math.max(8, Runtime.getRuntime().availableProcessors())));
        System.exit(Chartroom.run(arguments));
    }
}
