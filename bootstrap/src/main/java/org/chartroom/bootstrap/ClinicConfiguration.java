package org.chartroom.bootstrap;

import com.fasterxml.uuid.Generators;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.chartroom.kernel.IdGenerator;
import org.chartroom.patient.domain.PhoneRegion;
import org.chartroom.provider.application.out.TokenGenerator;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.ThrottleLimits;
import org.chartroom.provider.domain.Token;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the use cases take from the world around them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ClinicSettings.class, SignInSettings.class, StudioSettings.class})
public class ClinicConfiguration {

    private static final int TOKEN_BYTES = 32;

    /**
     * Its zone is the clinic's.
     *
     * @throws RefusedSetting when there is no such zone
     */
    @Bean
    Clock clock(ClinicSettings settings) {
        var id = settings.zone().strip();
        if (id.isEmpty()) return Clock.system(ZoneId.systemDefault());
        // not a mere offset: it knows nothing of the clocks that are changed twice a year
        if (!ZoneId.getAvailableZoneIds().contains(id))
            throw new RefusedSetting(
                    "chartroom.zone (CHARTROOM_ZONE) is '%s', which is no time zone. Give an IANA id, such as Europe/Berlin or America/New_York."
                            .formatted(id));
        return Clock.system(ZoneId.of(id));
    }

    /** The generator counts up within a millisecond, so that ids made one after the other are in order. */
    @Bean
    IdGenerator ids() {
        return Generators.timeBasedEpochGenerator()::generate;
    }

    @Bean
    TokenGenerator tokens() {
        var random = new SecureRandom();
        return () -> {
            var bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        };
    }

    @Bean
    PhoneRegion phoneRegion(ClinicSettings settings) {
        var region = settings.region();
        if (!region.isBlank()) return new PhoneRegion(region.strip().toUpperCase(Locale.ROOT));
        var country = Locale.getDefault().getCountry();
        return new PhoneRegion(Set.of(Locale.getISOCountries()).contains(country) ? country : "US");
    }

    @Bean
    SessionLimits sessionLimits(SignInSettings settings) {
        return settings.sessionLimits();
    }

    @Bean
    ThrottleLimits throttleLimits(SignInSettings settings) {
        return settings.throttleLimits();
    }
}
