package org.chartroom.bootstrap;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.ZoneId;
import org.chartroom.kernel.IdGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the use cases take from the world around them. */
@Configuration(proxyBeanMethods = false)
public class ClinicConfiguration {

    /** Its zone is the clinic's: the system's. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    /** The generator counts up within a millisecond, so that ids made one after the other are in order. */
    @Bean
    IdGenerator ids() {
        return Generators.timeBasedEpochGenerator()::generate;
    }
}
