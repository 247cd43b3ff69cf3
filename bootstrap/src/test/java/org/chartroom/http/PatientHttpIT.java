package org.chartroom.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chartroom.bootstrap.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientHttpIT {

    private final Api api = Api.demo();

    @Test
    void aPatientWhoIsRegisteredCanBeReadWhereTheAnswerSaysSo() {
        var registered = api.post("/api/patients", Api.minimalPatient().put("lastName", "Łukasiewicz 🩺"));

        var read = api.get(registered.header("Location"));

        assertThat(registered.status()).isEqualTo(201);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(registered.json());
        assertThat(read.header("ETag")).isEqualTo(registered.header("ETag")).matches("\"[0-9a-z]+\"");
        assertThat(read.json().path("lastName").stringValue()).isEqualTo("Łukasiewicz 🩺");
    }

    @Test
    void aFieldThatIsNotKnownComesAsNullAndItsGroupAsIncomplete() {
        var patient = api.post("/api/patients", Api.minimalPatient()).json();

        assertThat(patient.propertyNames())
                .containsExactly(
                        "id",
                        "providerId",
                        "firstName",
                        "lastName",
                        "dateOfBirth",
                        "sex",
                        "phone",
                        "email",
                        "address",
                        "city",
                        "state",
                        "zipCode",
                        "emergencyContactName",
                        "emergencyContactPhone",
                        "insuranceProvider",
                        "insurancePolicyNumber",
                        "notes",
                        "incomplete",
                        "allergies",
                        "chronicConditions",
                        "createdAt",
                        "updatedAt");
        assertThat(patient.path("phone").isNull()).isTrue();
        assertThat(patient.path("incomplete").toString()).isEqualTo("[\"address\",\"emergencyContact\",\"insurance\"]");
    }

    @Test
    void aClientThatHasTheNewestVersionIsNotSentItAgain() {
        var registered = api.post("/api/patients", Api.minimalPatient());

        var read = api.send(api.request(registered.header("Location"))
                .header("If-None-Match", registered.header("ETag"))
                .GET());

        assertThat(read.status()).isEqualTo(304);
        assertThat(read.body()).isEmpty();
    }

    @Test
    void everythingThatIsWrongWithAPatientIsToldAtOnce() {
        var before = patientRows();

        var refused = api.post("/api/patients", """
                {"firstName": "  ", "dateOfBirth": "1889-12-31", "email": "nobody", "phone": "%s",
                 "emergencyContactPhone": "1", "insurancePolicyNumber": "2"}
                """.formatted("1".repeat(33)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation-failed");
        assertThat(refused.errors())
                .containsOnly(
                        entry("firstName", "blank"),
                        entry("lastName", "required"),
                        entry("dateOfBirth", "out-of-range"),
                        entry("sex", "required"),
                        entry("email", "malformed"),
                        entry("phone", "too-long"),
                        entry("emergencyContactName", "incomplete"),
                        entry("insuranceProvider", "incomplete"));
        assertThat(patientRows()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"firstName": 7}                                 | firstName
            {"dateOfBirth": "2025-02-30"}                    | dateOfBirth
            {"dateOfBirth": "2025-02-03T00:00:00Z"}          | dateOfBirth
            {"dateOfBirth": 20250203}                        | dateOfBirth
            {"sex": "MALE"}                                  | sex
            {"sex": 1}                                       | sex
            {"nickname": "Ada"}                              | nickname
            {"notes": ["a"]}                                 | notes
            {"firstName": "A", "firstName": "B"}             | firstName
            """)
    void whatCannotBeReadIsToldByItsField(String body, String field) {
        var refused = api.post("/api/patients", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed-request");
        assertThat(refused.errors()).containsKey(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{} {}"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        var refused = api.post("/api/patients", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void whatNoDatabaseCanStoreIsRefused(String character) {
        var refused = api.post("/api/patients", """
                {"firstName": "A%s", "lastName": "B", "dateOfBirth": "1980-01-01", "sex": "other"}
                """.formatted(character));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("firstName", "unstorable");
    }

    @Test
    void aBirthTomorrowIsRefused() {
        var refused = api.post("/api/patients", Api.minimalPatient().put("dateOfBirth", "2199-12-31"));

        assertThat(refused.errors()).containsEntry("dateOfBirth", "in-future");
    }

    @Test
    void aPatientWhoDoesNotExistIsNotFound() {
        var answer = api.get("/api/patients/" + UUID.randomUUID());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @Test
    void anotherProvidersPatientIsNotFoundInTheSameWords() {
        var stranger = "00000000-0000-4000-8000-000000000001";
        TestServer.admin("http_demo").sql("""
                with colleague as (
                    insert into clinic.provider (email, password_hash, first_name, last_name)
                    values ('colleague@chartroom.example', '!', 'Other', 'Doctor')
                    returning id)
                insert into clinic.patient (id, provider_id, first_name, last_name, date_of_birth, sex)
                select :id::uuid, id, 'Some', 'Body', date '1990-01-01', 'other'
                  from colleague
                """).param("id", stranger).update();

        var theirs = api.get("/api/patients/" + stranger);
        var nobodys = api.get("/api/patients/" + stranger.replace("0001", "0002"));

        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.body().replace("0001", "0002")).isEqualTo(nobodys.body());
        assertThat(api.get("/api/patients/" + stranger + "/chart").status()).isEqualTo(404);
    }

    @Test
    void theListIsReadPageByPageWithoutGapOrRepeat() {
        var registered = IntStream.range(0, 7)
                .mapToObj(i -> api.post(
                                "/api/patients",
                                Api.minimalPatient().put("lastName", "ZZ page").put("firstName", "P" + i))
                        .id())
                .toList();

        var read = new ArrayList<String>();
        var path = "/api/patients?limit=3";
        while (!path.isEmpty()) {
            var page = api.get(path).json();
            for (var item : page.path("items"))
                if (item.path("lastName").stringValue().equals("ZZ page"))
                    read.add(item.path("id").stringValue());
            path = page.path("next").isNull()
                    ? ""
                    : "/api/patients?limit=3&cursor=" + page.path("next").stringValue();
        }

        assertThat(read).isEqualTo(registered);
    }

    @Test
    void aCursorOfAnotherListLeadsNowhere() {
        var okafor = api.asNewProvider();
        okafor.newPatient();
        okafor.newPatient();
        var cursor = okafor.get("/api/patients?limit=1").json().path("next").stringValue();

        var refused = okafor.get("/api/patients?shared=true&limit=1&cursor=" + cursor);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("cursor", "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=101", "limit=1000000000", "limit=99999999999", "limit=x"})
    void aLimitOutOfBoundsIsRefused(String parameter) {
        var refused = api.get("/api/patients?" + parameter);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("limit", "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!", "AAAAAAAAgACAAN4wAwAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA"})
    void aCursorThatNoPageGaveIsRefused(String cursor) {
        var refused = api.get("/api/patients?cursor=" + cursor);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("cursor", "malformed");
    }

    private static long patientRows() {
        return TestServer.admin("http_demo")
                .sql("select count(*) from clinic.patient")
                .query(Long.class)
                .single();
    }
}
