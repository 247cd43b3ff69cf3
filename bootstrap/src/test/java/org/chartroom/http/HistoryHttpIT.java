package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Allergies and chronic conditions, which are kept in the same way. */
class HistoryHttpIT {

    private final Api api = Api.demo();
    private String patient = "";

    @BeforeEach
    void aPatientOfWhomNothingIsKnown() {
        patient = "/api/patients/" + api.newPatient();
    }

    @ParameterizedTest
    @EnumSource
    void oneIsRecordedBehindTheOthers(Kind kind) {
        var first = api.post(patient + kind.path, kind.body);

        var second = api.post(patient + kind.path, kind.otherBody);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(patient + kind.path + "/" + second.id());
        assertThat(second.header("ETag")).isEqualTo(version()).isNotEqualTo(first.header("ETag"));
        assertThat(all(kind).get(0)).isEqualTo(first.json());
        assertThat(all(kind).get(1)).isEqualTo(second.json());
        assertThat(second.json().propertyNames())
                .containsExactlyInAnyOrderElementsOf(all(kind).get(0).propertyNames())
                .contains("id", "createdAt", "updatedAt");
    }

    @ParameterizedTest
    @EnumSource
    void oneIsRevisedInItsPlace(Kind kind) {
        var first = api.post(patient + kind.path, kind.body);
        var second = api.post(patient + kind.path, kind.body);

        var revised = api.put(first.header("Location"), second.header("ETag"), kind.otherBody);

        assertThat(revised.status()).isEqualTo(200);
        assertThat(revised.header("ETag")).isEqualTo(version()).isNotEqualTo(second.header("ETag"));
        assertThat(revised.id()).isEqualTo(first.id());
        assertThat(revised.json().path(kind.field)).isNotEqualTo(first.json().path(kind.field));
        assertThat(all(kind).get(0)).isEqualTo(revised.json());
        assertThat(all(kind).get(1)).isEqualTo(second.json());
    }

    @ParameterizedTest
    @EnumSource
    void oneIsWithdrawnAndTheOthersStay(Kind kind) {
        var first = api.post(patient + kind.path, kind.body);
        var second = api.post(patient + kind.path, kind.body);

        var withdrawn = api.delete(first.header("Location"), second.header("ETag"));

        assertThat(withdrawn.status()).isEqualTo(204);
        assertThat(withdrawn.body()).isEmpty();
        assertThat(withdrawn.header("ETag")).isEqualTo(version()).isNotEqualTo(second.header("ETag"));
        assertThat(all(kind).size()).isEqualTo(1);
        assertThat(all(kind).get(0)).isEqualTo(second.json());
        assertThat(api.delete(first.header("Location"), version()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsRevisedOrWithdrawnFromAVersionThatIsNotTheNewest(Kind kind) {
        var one = api.post(patient + kind.path, kind.body);
        var path = one.header("Location");
        api.post(patient + kind.path, kind.body);

        var revised = api.put(path, one.header("ETag"), kind.otherBody);
        var withdrawn = api.delete(path, one.header("ETag"));

        assertThat(revised.status()).isEqualTo(412);
        assertThat(revised.code()).isEqualTo("stale-version");
        assertThat(revised.header("ETag")).isEqualTo(version());
        assertThat(withdrawn.status()).isEqualTo(412);
        assertThat(withdrawn.header("ETag")).isEqualTo(version());
        assertThat(api.put(path, kind.otherBody).status()).isEqualTo(428);
        assertThat(api.send(api.request(path).DELETE()).status()).isEqualTo(428);
        assertThat(all(kind).size()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void anotherPatientsIsNotFoundInTheSameWordsAsNobodys(Kind kind) {
        var anothers = api.post("/api/patients/" + api.newPatient() + kind.path, kind.body)
                .id();
        var nobodys = UUID.randomUUID().toString();
        var path = patient + kind.path + "/";

        var revised = api.put(path + anothers, version(), kind.body);
        var withdrawn = api.delete(path + anothers, version());

        assertThat(revised.status()).isEqualTo(404);
        assertThat(revised.code()).isEqualTo("not-found");
        assertThat(withdrawn.status()).isEqualTo(404);
        assertThat(revised.body().replace(anothers, nobodys))
                .isEqualTo(api.put(path + nobodys, version(), kind.body).body());
        assertThat(withdrawn.body().replace(anothers, nobodys))
                .isEqualTo(api.delete(path + nobodys, version()).body());
        assertThat(api.put(path + "x", version(), kind.body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void everythingThatIsWrongIsToldAtOnce(Kind kind) {
        var one = api.post(patient + kind.path, kind.body);

        var recorded = api.post(patient + kind.path, kind.wrongBody);
        var revised = api.put(one.header("Location"), one.header("ETag"), kind.wrongBody);
        var unreadable = api.post(patient + kind.path, "{\"id\": \"1\"}");

        assertThat(recorded.status()).isEqualTo(400);
        assertThat(recorded.code()).isEqualTo("validation-failed");
        assertThat(recorded.errors()).hasSize(2).containsKey(kind.field);
        assertThat(revised.errors()).isEqualTo(recorded.errors());
        assertThat(unreadable.code()).isEqualTo("malformed-request");
        assertThat(all(kind).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void twoHundredAreRecordedAndNoMore(Kind kind) {
        for (var i = 0; i < 200; i++)
            assertThat(api.post(patient + kind.path, kind.body).status()).isEqualTo(201);

        var refused = api.post(patient + kind.path, kind.body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry(kind.list, "too-many");
        assertThat(all(kind).size()).isEqualTo(200);
    }

    private String version() {
        return api.get(patient).header("ETag");
    }

    private JsonNode all(Kind kind) {
        return api.get(patient).json().path(kind.list);
    }

    enum Kind {
        ALLERGY(
                "/allergies",
                "allergies",
                "allergen",
                "{\"allergen\": \"Latex\", \"severity\": \"life_threatening\", \"reaction\": \"Hives.\"}",
                "{\"allergen\": \"Peanut\", \"severity\": \"mild\"}",
                "{\"allergen\": \" \"}"),
        CONDITION(
                "/chronic-conditions",
                "chronicConditions",
                "condition",
                "{\"condition\": \"Asthma\", \"diagnosedDate\": \"2001-09-01\", \"notes\": \"Spacer given.\"}",
                "{\"condition\": \"Gout\"}",
                "{\"condition\": \" \", \"diagnosedDate\": \"1889-12-31\"}");

        private final String path;
        private final String list;
        private final String field;
        private final String body;
        private final String otherBody;
        private final String wrongBody;

        Kind(String path, String list, String field, String body, String otherBody, String wrongBody) {
            this.path = path;
            this.list = list;
            this.field = field;
            this.body = body;
            this.otherBody = otherBody;
            this.wrongBody = wrongBody;
        }
    }
}
