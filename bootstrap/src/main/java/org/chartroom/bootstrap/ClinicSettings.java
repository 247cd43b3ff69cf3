package org.chartroom.bootstrap;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the clinic is, and what the program has around it.
 *
 * @param zone    the clinic's time zone, an IANA id such as Europe/Berlin; the system's when blank, and no other text
 * @param region  where telephone numbers without a country are, two letters of ISO 3166-1; when blank the country of the
 *                system's locale, or else US
 * @param proxies whose word counts for where a request comes from: addresses, or networks such as 10.1.0.0/16
 * @param audit   the audit trail
 */
@ConfigurationProperties("chartroom")
record ClinicSettings(
        @DefaultValue("") String zone,
        @DefaultValue("") String region,
        @DefaultValue List<String> proxies,
        @DefaultValue Audit audit) {

    /**
     * @param seals the folder in which seals are written down outside the database; when blank one in CHARTROOM_HOME, apart
     *              from the embedded database's
     */
    record Audit(@DefaultValue("") String seals) {}
}
