package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursHttpIT {

    private static final String HOURS = "/api/me/hours";
    private static final String MONDAYS = """
            {"weekly": [{"day": "monday", "from": "13:00", "to": "24:00"},
                        {"day": "monday", "from": "08:00", "to": "12:00"}],
             "exceptions": [{"date": "2030-12-31", "hours": [{"from": "09:30", "to": "11:00"}]},
                            {"date": "2030-12-24"}]}
            """;

    private final Api me = Api.demo().asNewProvider();

    @Test
    void hoursAreThereBeforeAnyWereSet() {
        var answer = me.get(HOURS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).matches("\"[0-9a-z]+\"");
        assertThat(answer.body()).isEqualTo("{\"weekly\":[],\"exceptions\":[]}");
    }

    @Test
    void hoursThatWereSetAreReadInTheOrderOfTheWeekAndTheYear() {
        var changed = me.put(HOURS, me.get(HOURS).header("ETag"), MONDAYS);
        var read = me.get(HOURS);

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json()).isEqualTo(Api.JSON.readTree("""
                {"weekly": [{"day": "monday", "from": "08:00", "to": "12:00"},
                            {"day": "monday", "from": "13:00", "to": "24:00"}],
                 "exceptions": [{"date": "2030-12-24", "hours": []},
                                {"date": "2030-12-31", "hours": [{"from": "09:30", "to": "11:00"}]}]}
                """));
        assertThat(read.json()).isEqualTo(changed.json());
        assertThat(read.header("ETag")).isEqualTo(changed.header("ETag"));
    }

    @Test
    void hoursAreReplacedAsAWhole() {
        var first = me.put(HOURS, me.get(HOURS).header("ETag"), MONDAYS);

        var second = me.put(HOURS, first.header("ETag"), "{\"exceptions\": null}");

        assertThat(second.body()).isEqualTo("{\"weekly\":[],\"exceptions\":[]}");
        assertThat(second.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void ofTwoWhoSetThemForTheFirstTimeTheSecondIsTold() {
        var seen = me.get(HOURS).header("ETag");
        var current = me.put(HOURS, seen, MONDAYS).header("ETag");

        var refused = me.put(HOURS, seen, "{}");

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("stale-version");
        assertThat(refused.header("ETag")).isEqualTo(current);
        assertThat(me.get(HOURS).json().path("weekly")).hasSize(2);
    }

    @Test
    void aTagThatIsNoneOfOursIsAnOldVersion() {
        assertThat(me.put(HOURS, "\"x\"", MONDAYS).status()).isEqualTo(412);
        assertThat(me.put(HOURS, me.get("/api/me").header("ETag") + "0", MONDAYS)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void aChangeIsMadeFromOneVersion() {
        assertThat(me.put(HOURS, MONDAYS).status()).isEqualTo(428);
        assertThat(me.put(HOURS, "*", MONDAYS).code()).isEqualTo("version-required");
    }

    @Test
    void everyProviderHasHoursOfOnesOwn() {
        me.put(HOURS, me.get(HOURS).header("ETag"), MONDAYS);

        assertThat(Api.demo().asNewProvider().get(HOURS).json().path("weekly")).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var refused = me.put(HOURS, "\"1\"", """
                {"weekly": [{"day": "monday", "from": "08:00", "to": "12:00"},
                            {"from": "8:00"},
                            {"day": "friday", "from": "12:00", "to": "00:00"},
                            {"day": "monday", "from": "11:30", "to": "13:00"},
                            null],
                 "exceptions": [{"date": "2030-12-24", "hours": [{"from": "08:00", "to": "10:00"},
                                                                  {"from": "09:00", "to": "24:01"},
                                                                  {"from": "09:00", "to": "11:00"}]},
                                {"date": "2030-12-25"},
                                {"date": "2030-12-25"},
                                {"hours": []},
                                {"date": "2200-01-01"}]}
                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation-failed");
        assertThat(refused.errors())
                .containsEntry("weekly[1].day", "required")
                .containsEntry("weekly[1].from", "malformed")
                .containsEntry("weekly[1].to", "required")
                .containsEntry("weekly[2].to", "out-of-range")
                .containsEntry("weekly[3].from", "overlapping")
                .containsEntry("weekly[4]", "required")
                .containsEntry("exceptions[0].hours[1].to", "malformed")
                .containsEntry("exceptions[0].hours[2].from", "overlapping")
                .containsEntry("exceptions[2].date", "repeated")
                .containsEntry("exceptions[3].date", "required")
                .containsEntry("exceptions[4].date", "out-of-range")
                .hasSize(11);
    }

    @Test
    void thereAreAtMostTwoHundredOfEach() {
        var stretch = "{\"day\": \"monday\", \"from\": \"08:00\", \"to\": \"12:00\"}";
        var day = "{\"date\": \"2030-12-24\"}";

        var refused =
                me.put(HOURS, "\"1\"", "{\"weekly\": [%s], \"exceptions\": [%s]}".formatted(many(stretch), many(day)));

        assertThat(refused.errors())
                .containsEntry("weekly", "too-many")
                .containsEntry("exceptions", "too-many")
                .hasSize(2);
    }

    private static String many(String entry) {
        return String.join(",", Collections.nCopies(201, entry));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"weekly": [{"day": "Montag"}]}                 | weekly[0].day
            {"weekly": [{"day": "MONDAY"}]}                 | weekly[0].day
            {"weekly": [{"day": 1}]}                        | weekly[0].day
            {"weekly": [{"from": 800}]}                     | weekly[0].from
            {"weekly": [{"until": "12:00"}]}                | weekly[0].until
            {"weekly": {}}                                  | weekly
            {"exceptions": [{"date": "2030-02-30"}]}        | exceptions[0].date
            {"exceptions": [{"date": "24.12.2030"}]}        | exceptions[0].date
            {"exceptions": [{"date": "2030-12-24", "closed": true}]} | exceptions[0].closed
            """)
    void whatCannotBeReadIsToldByItsPlace(String body, String field) {
        var refused = me.put(HOURS, "\"1\"", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed-request");
        assertThat(refused.errors()).containsEntry(field, "malformed");
    }

    @Test
    void whoHasNotSignedInHasNoHours() {
        assertThat(me.anonymous().get(HOURS).status()).isEqualTo(401);
        assertThat(me.anonymous().put(HOURS, "\"1\"", MONDAYS).status()).isEqualTo(401);
    }
}
