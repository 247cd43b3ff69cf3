package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartroom.http.Api.Answer;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.PersonName;
import org.chartroom.provider.application.AccountAdministration;
import org.chartroom.provider.domain.ProviderDetails;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderHttpIT {

    private static final Api SERVER = Api.empty("http_providers");

    private static Api me = SERVER;

    @BeforeAll
    static void aClinicOfFive() {
        me = SERVER.asNewProvider(); // Åsa Lindqvist
        added("Nkechi", "Okafor", "Cardiology");
        added("Ngozi", "Okafor", null);
        added("Siobhán", "O’Rourke", "Geriatrics");
        var closed = added("Noel", "Okonkwo", null);
        SERVER.bean(AccountAdministration.class).disable(closed);
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void colleaguesAreListedByNameWithoutTheWaysToReachThem() {
        var answer = me.get("/api/providers");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(lastNames(answer)).containsExactly("Lindqvist", "Okafor", "Okafor", "O’Rourke");
        assertThat(answer.json().path("next").isNull()).isTrue();
        assertThat(answer.json().path("items").get(2).propertyNames())
                .containsExactly("id", "firstName", "lastName", "specialty");
        assertThat(answer.json().path("items").get(2).path("firstName").stringValue())
                .isEqualTo("Nkechi");
        assertThat(answer.json().path("items").get(2).path("specialty").stringValue())
                .isEqualTo("Cardiology");
        assertThat(answer.json().path("items").get(0).path("id").stringValue()).isEqualTo(me.myId());
        assertThat(answer.body()).doesNotContain("@", "L-555", "555 0100");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            oka           | Okafor Okafor
            OKAFOR+nk     | Okafor
            n+n           | Okafor Okafor
            kafor         | ""
            okonkwo       | ""
            %C3%85sa      | Lindqvist
            o%E2%80%99r   | O’Rourke
            %25           | ""
            %20           | Lindqvist Okafor Okafor O’Rourke
            ""            | Lindqvist Okafor Okafor O’Rourke
            """)
    void aNameIsLookedForByItsWords(String name, String found) {
        assertThat(String.join(" ", lastNames(me.get("/api/providers?name=" + name))))
                .isEqualTo(found);
    }

    @Test
    void aListGoesOnWhereThePageBeforeEnded() {
        var pages = new ArrayList<String>();
        var path = "/api/providers?limit=1&name=o";
        for (var page = me.get(path);
                ;
                page = me.get(path + "&cursor=" + page.json().path("next").stringValue())) {
            assertThat(page.json().path("items")).hasSize(1);
            page.json()
                    .path("items")
                    .forEach(item -> pages.add(item.path("firstName").stringValue()));
            if (page.json().path("next").isNull()) break;
        }

        assertThat(pages).containsExactly("Ngozi", "Nkechi", "Siobhán");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,             malformed-request, limit,  malformed",
        "limit=101,           malformed-request, limit,  malformed",
        "limit=x,             malformed-request, limit,  malformed",
        "cursor=x,            malformed-request, cursor, malformed",
        "name=a%00b,          validation-failed, name,   unstorable"
    })
    void whatCannotBeAskedForIsToldByItsName(String query, String code, String field, String wrong) {
        var refused = me.get("/api/providers?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.errors()).containsEntry(field, wrong).hasSize(1);
    }

    @Test
    void aNameThatNobodyHasIsTooLong() {
        assertThat(me.get("/api/providers?name=" + "x".repeat(201)).errors()).containsEntry("name", "too-long");
    }

    @Test
    void aCursorOfAnotherSearchLeadsNowhere() {
        var cursor = me.get("/api/providers?limit=1").json().path("next").stringValue();

        var refused = me.get("/api/providers?limit=1&name=oka&cursor=" + cursor);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsEntry("cursor", "malformed");
    }

    @Test
    void whoHasNotSignedInIsToldNothing() {
        assertThat(me.anonymous().get("/api/providers").status()).isEqualTo(401);
    }

    private static List<String> lastNames(Answer answer) {
        var names = new ArrayList<String>();
        answer.json()
                .path("items")
                .forEach(item -> names.add(item.path("lastName").stringValue()));
        return names;
    }

    private static EmailAddress added(String firstName, String lastName, @Nullable String specialty) {
        var email = new EmailAddress("dr." + UUID.randomUUID() + "@clinic.example");
        SERVER.bean(AccountAdministration.class)
                .add(
                        new ProviderDetails(
                                email, new PersonName(firstName, lastName), specialty, "L-555", "+1 555 0100"),
                        Api.PASSWORD);
        return email;
    }
}
