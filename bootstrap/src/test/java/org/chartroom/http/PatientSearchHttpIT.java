package org.chartroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for a patient; what a name, a number or an address is found by is the contract's of the store. */
class PatientSearchHttpIT {

    private final Api okafor = Api.demo().asNewProvider();
    private final Api lindqvist = Api.demo().asNewProvider();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name   | orst
            name   | SMILLA Ør
            name   | muller smi
            phone  | 555-013-2244
            phone  | +1 555 013 2244
            phone  | 011 1 555 013 2244
            email  | SMILLA@home.example
            bornOn | 1988-07-09
            """)
    void aPatientIsFoundByWhatSomebodyAtTheTelephoneSays(String parameter, String said) {
        var smilla = smilla();
        okafor.newPatient();

        assertThat(ids(okafor.get("/api/patients?" + parameter + "=" + encoded(said))))
                .containsExactly(smilla);
    }

    @Test
    void whatIsAskedForHoldsTogether() {
        var smilla = smilla();
        var query = "/api/patients?name=smilla&phone=5550132244&email=smilla@home.example&bornOn=";

        assertThat(ids(okafor.get(query + "1988-07-09"))).containsExactly(smilla);
        assertThat(ids(okafor.get(query + "1988-07-10"))).isEmpty();
    }

    @Test
    void aPatientIsFoundAmongTheSharedOnceThereIsAnAppointment() {
        var smilla = smilla();
        var query = "/api/patients?shared=true&name=orsted&phone=5550132244";
        assertThat(ids(lindqvist.get(query))).isEmpty();

        okafor.post("/api/appointments", Api.booking(smilla).put("providerId", lindqvist.myId()));

        assertThat(ids(lindqvist.get(query))).containsExactly(smilla);
        assertThat(ids(lindqvist.get("/api/patients?name=orsted"))).isEmpty();
        assertThat(ids(okafor.get(query))).isEmpty();
    }

    @Test
    void nobodyFindsAnothersPatient() {
        smilla();

        for (var query : List.of("name=smilla", "phone=5550132244", "email=smilla@home.example", "bornOn=1988-07-09"))
            for (var shared : List.of("", "&shared=true"))
                assertThat(ids(lindqvist.get("/api/patients?" + query + shared)))
                        .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            name   |
            name   | %20%09
            name   | %00
            phone  |
            phone  | %20
            phone  | none
            phone  | %2B-()
            email  |
            email  | nobody
            email  | a@b@c
            bornOn |
            bornOn | 1988-7-9
            bornOn | 1988-02-30
            bornOn | 09.07.1988
            bornOn | %2B999999999-12-31
            """)
    void whatNobodyCanBeFoundByIsRefused(String parameter, String value) {
        var refused = okafor.get("/api/patients?" + parameter + "=" + (value == null ? "" : value));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed-request");
        assertThat(refused.errors()).containsOnlyKeys(parameter);
    }

    @ParameterizedTest
    @CsvSource({"name, 201", "phone, 32", "email, 320"})
    void nobodyIsFoundByMoreThanAPatientCanHave(String parameter, int most) {
        var longest = parameter.equals("email") ? "a@" + "1".repeat(most - 2) : "1".repeat(most);

        assertThat(okafor.get("/api/patients?" + parameter + "=" + longest).status())
                .isEqualTo(200);
        var refused = okafor.get("/api/patients?" + parameter + "=" + longest + "1");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsOnlyKeys(parameter);
        assertThat(refused.body()).doesNotContain("1".repeat(20));
    }

    @Test
    void whatIsFoundIsReadPageByPage() {
        for (var i = 0; i < 5; i++) {
            okafor.post(
                    "/api/patients",
                    Api.minimalPatient().put("lastName", "Hart").put("firstName", "P" + i));
            okafor.post(
                    "/api/patients",
                    Api.minimalPatient().put("lastName", "Hardt").put("firstName", "P" + i));
        }
        var first = okafor.get("/api/patients?name=hart&limit=3");

        var second = okafor.get("/api/patients?name=hart&limit=3&cursor=" + next(first));

        assertThat(names(first)).containsExactly("P0", "P1", "P2");
        assertThat(names(second)).containsExactly("P3", "P4");
        assertThat(second.json().path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "name=har&", "phone=1&name=hart&", "name=hart&bornOn=1988-07-09&", "email=a@b&name=hart&"})
    void aCursorOfAnotherSearchLeadsNowhere(String other) {
        for (var i = 0; i < 2; i++)
            okafor.post("/api/patients", Api.minimalPatient().put("lastName", "Hart"));
        var cursor = next(okafor.get("/api/patients?name=hart&limit=1"));

        var refused = okafor.get("/api/patients?" + other + "limit=1&cursor=" + cursor);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("cursor", "malformed");
    }

    @Test
    void aCursorBehindSomebodyWhoIsNoLongerFoundLeadsNowhere() {
        for (var i = 0; i < 2; i++)
            okafor.post("/api/patients", Api.minimalPatient().put("lastName", "Hart"));
        var page = okafor.get("/api/patients?name=hart&limit=1");
        var path = "/api/patients/" + ids(page).getFirst();

        okafor.put(path, okafor.get(path).header("ETag"), Api.minimalPatient().put("lastName", "Okoye"));

        var refused = okafor.get("/api/patients?name=hart&limit=1&cursor=" + next(page));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("cursor", "malformed");
    }

    private String smilla() {
        return okafor.post("/api/patients", """
                        {"firstName": "Smilla", "lastName": "Ørsted-Müller", "dateOfBirth": "1988-07-09", "sex": "female",
                         "phone": "(555) 013-2244", "email": "Smilla@Home.example"}
                        """).id();
    }

    private static String next(Answer page) {
        return page.json().path("next").stringValue();
    }

    private static List<String> ids(Answer list) {
        return each(list, "id");
    }

    private static List<String> names(Answer list) {
        return each(list, "firstName");
    }

    private static List<String> each(Answer list, String field) {
        assertThat(list.status()).isEqualTo(200);
        var all = new ArrayList<String>();
        for (var item : list.json().path("items")) all.add(item.path(field).stringValue());
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
