package org.chartroom.bootstrap;

import java.time.DateTimeException;
import java.time.LocalTime;
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
 * @param backup  backups of the embedded database
 */
@ConfigurationProperties("chartroom")
record ClinicSettings(
        @DefaultValue("") String zone,
        @DefaultValue("") String region,
        @DefaultValue List<String> proxies,
        @DefaultValue Audit audit,
        @DefaultValue Backup backup) {

    /**
     * @param seals the folder in which seals are written down outside the database; when blank one in CHARTROOM_HOME, apart
     *              from the embedded database's
     */
    record Audit(@DefaultValue("") String seals) {}

    /**
     * @param directory the folder of the embedded database's backups, and of the archive of what is written between them; it
     *                  has to be there, best on another disk. When blank nothing is backed up
     * @param at        when a backup is made each day, local time in the clinic's zone
     * @param keep      how many backups are kept
     */
    record Backup(
            @DefaultValue("") String directory,
            @DefaultValue("02:30") String at,
            @DefaultValue("7") int keep) {

        static final String DIRECTORY = "chartroom.backup.directory";

        /** @throws RefusedSetting when it is no time of the day */
        LocalTime time() {
            try {
                return LocalTime.parse(at.strip());
            } catch (DateTimeException e) {
                throw new RefusedSetting(
                        "chartroom.backup.at (CHARTROOM_BACKUP_AT) is '%s', which is no time of the day. Give one such as 02:30."
                                .formatted(at));
            }
        }

        /** @throws RefusedSetting when none would be kept */
        int kept() {
            if (keep < 1)
                throw new RefusedSetting(
                        "chartroom.backup.keep (CHARTROOM_BACKUP_KEEP) is %d. Keep at least one backup."
                                .formatted(keep));
            return keep;
        }
    }
}
