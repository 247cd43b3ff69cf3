package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MigrationRulesTest {

    private static final SortedMap<String, String> MIGRATIONS = new TreeMap<>();

    /** What has landed, as {@code sha256sum} tells it. Whoever lands one adds its line. */
    private static final Map<String, String> LANDED = Map.ofEntries(
            Map.entry(
                    "V0001__nine_core_tables.sql", "561c6668673bdc11fa01f58977eb8d7f4e92678a4ca44af9eb588b9c552b44f0"),
            Map.entry(
                    "V0002__foreign_key_indexes.sql",
                    "1b664d35382f053fd4bd62abc51c27f315b69a6ebf3c2d02feff8c013d4daa37"),
            Map.entry(
                    "V0003__instants_as_text.sql", "d676b9da90ec8780853c6a06f0f59f8b8230639f460ae81b1a090a77412163f2"),
            Map.entry("V0004__sign_in.sql", "403ae4ba620a5ade73514c3d91e9738a9875f8a2fa3352b6a2a6bfe6cb8bdb48"),
            Map.entry("V0005__care_team.sql", "24fc9578d3d22f6cf2c72045c3a5781d30cd6024b713fb027d33a962998c49cb"),
            Map.entry("V0006__audit.sql", "c7ab1de304a37ddbd739541f9d62ae5069e5dce8615fc19304c6f0716542ec61"),
            Map.entry(
                    "V0007__no_double_booking.sql", "8cb48ace961b4fe5fbcf7e04bb60a681e557b53083bc6d5d4bcea5ef2258488b"),
            Map.entry("V0008__working_hours.sql", "22b27a6a94970b8ee00e9cc990fe4eec14febbcd06d59eab09a5a910e61a7f8f"),
            Map.entry("V0009__patient_search.sql", "5e32d129bcffbbaad5923992968ab517f386a7a41c541c052557ea4d249f63bf"),
            Map.entry("V0010__idempotency.sql", "7710e4c7ca6432cbdedf7ba8c366a5b58d95121729c9f79432750d6a728042a6"),
            Map.entry("V0011__drafts.sql", "8c0ec2a5cf3771c3aaa01e3f86ffa5c6981f60e5050f4604fa7b4ae67ff5636d"),
            Map.entry("V0012__history.sql", "5bc73997b748075b374febdb278e3fbee89cfb86bb99b8f1cfa184fd56900c0a"),
            Map.entry("V0013__signing.sql", "3171f80627ccb43caac89ed75afd32883d30f3a2b641196b7db25dee658fb7de"),
            Map.entry("V0014__proposals.sql", "97e9420b7310c19b3a95cd8d25806f81b18e3fa5f40134de8497b680020a5b8c"),
            Map.entry("V0015__cost_of_rights.sql", "b7fde8606cdce838030069f57f7a23c52bd5a39c50e60205e17dbe7795e9b042"),
            Map.entry(
                    "V0016__care_team_row_by_row.sql",
                    "913837fd7daed40adf57fded7f6f5dca8cbe49dbd625405b22ded9b6db4a7dd9"),
            Map.entry("V0017__cost_of_rows.sql", "628fc24cd4395f707f4d55bed00a4cb6aa2066a408adba5b796268c0e14190d3"),
            Map.entry("V0018__reading.sql", "f03b50b897c426df0714717e025cd71d9baea34a04d82aba587e0aa6b954474e"));

    @BeforeAll
    static void read() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*"))
            MIGRATIONS.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void migrationsAreOneLineWithoutAGap() {
        assertThat(MIGRATIONS).isNotEmpty();
        assertThat(MigrationRules.numbers(MIGRATIONS)).isEmpty();
    }

    @Test
    void everyConstraintHasANameOfItsOwn() {
        assertThat(MigrationRules.constraints(MIGRATIONS)).isEmpty();
    }

    @Test
    void whatHasLandedIsAsItWas() {
        assertThat(MigrationRules.landed(MIGRATIONS, LANDED)).isEmpty();
    }

    @Test
    void aGapATwinAndAMisnamedMigrationAreFound() {
        assertThat(MigrationRules.numbers(planted("V0001__ward.sql", "", "V0003__bed.sql", "")))
                .containsExactly("V0003__bed.sql is not number 0002; instead count on from the last one");
        assertThat(MigrationRules.numbers(planted("V0001__bed.sql", "", "V0001__ward.sql", "")))
                .hasSize(1);
        assertThat(MigrationRules.numbers(planted("V0001__ward.sql", "", "V2__Bed.sql", "")))
                .hasSize(1);
    }

    @Test
    void everyConstraintWithoutANameIsFound() {
        var migrations = planted("V0001__ward.sql", """
                -- unique, check and references of a comment count for nothing
                create table ward.bed (
                    id      uuid primary key,
                    number  int  not null unique,
                    ward_id uuid constraint bed_ward_id_fkey references ward.ward (id),
                    room_id uuid references ward.room (id),
                    width   int  default 90 check (width > 60),
                    note    text default 'check (references)',
                    constraint bed_number_range check (number > 0 and number < 100),
                    check (number <> 13),
                    exclude using gist (ward_id with =)
                );
                alter table ward.bed add constraint bed_width_range check (width < 200), add unique (ward_id, number);
                alter table ward.bed enable row level security;
                create function ward.free() returns int language sql as $$ select 1 where 'unique' is not null $$;
                """);

        assertThat(MigrationRules.constraints(migrations))
                .hasSize(7)
                .allMatch(departure -> departure.startsWith("V0001__ward.sql, ward.bed: \""))
                .noneMatch(departure -> departure.contains("bed_ward_id_fkey"))
                .noneMatch(departure -> departure.contains("bed_number_range"))
                .anyMatch(departure -> departure.contains("add unique (ward_id, number)"));
    }

    @Test
    void aMigrationThatWasChangedOrIsGoneIsFound() {
        var landed = Map.of("V0001__ward.sql", MigrationRules.digest("create schema ward;"));

        assertThat(MigrationRules.landed(planted("V0001__ward.sql", "create schema ward;"), landed))
                .isEmpty();
        assertThat(MigrationRules.landed(planted("V0001__ward.sql", "create schema wards;"), landed))
                .containsExactly("V0001__ward.sql was changed after it landed; instead write a new migration");
        assertThat(MigrationRules.landed(planted("V0001__bed.sql", ""), landed)).hasSize(1);
    }

    private static SortedMap<String, String> planted(String... filesAndTexts) {
        var migrations = new TreeMap<String, String>();
        for (var i = 0; i < filesAndTexts.length; i += 2) migrations.put(filesAndTexts[i], filesAndTexts[i + 1]);
        return migrations;
    }
}
