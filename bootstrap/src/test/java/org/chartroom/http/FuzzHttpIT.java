package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * What nobody should send, sent by a stranger about another provider's patient: never our fault, never a byte of the
 * other's, and nothing changed. The seed of a round is its name, so a failure can be had again.
 */
class FuzzHttpIT {

    private static final int REQUESTS = 1_000;

    /** On everything of the provider who must not be seen. */
    private static final String SECRET = "Zwyczajny-Sekret";

    private static final List<String> NASTY = List.of(
            "' or '1'='1",
            "'; drop table clinic.patient; --",
            "') union select password_hash from clinic.provider --",
            "\\u0000",
            "%00",
            "\u0000",
            "\ud800",
            "\u202Eesrever",
            "🫀".repeat(50),
            "x".repeat(20_001),
            "../../../etc/passwd",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "-1",
            "1e999",
            "99999999999999999999",
            "2025-02-30",
            "+999999-01-01",
            "0000-00-00T00:00:00Z",
            "",
            " ",
            "null",
            "true",
            "[]",
            "{}");

    private static final List<String> FIELDS = List.of(
            "id",
            "providerId",
            "patientId",
            "appointmentId",
            "createdAt",
            "updatedAt",
            "passwordHash",
            "status",
            "firstName",
            "lastName",
            "dateOfBirth",
            "sex",
            "email",
            "notes",
            "confirmDuplicate",
            "allergen",
            "severity",
            "condition",
            "diagnosedDate",
            "appointmentDate",
            "appointmentType",
            "allowOverlap",
            "overlapReason",
            "record",
            "symptoms",
            "prescriptions",
            "heartRate",
            "vitalSigns",
            "refreshToken",
            "password",
            "weekly",
            "exceptions",
            "hours",
            "day",
            "date",
            "from",
            "to");

    /** Of every operation, but for the one that would end the stranger's session; and some that there are not. */
    private static final List<String> PATHS = Stream.concat(
                    Contract.OPERATIONS.stream()
                            .map(operation -> operation.path().replaceAll("\\{[^}]+}", "{id}"))
                            .filter(path -> !path.equals("/api/auth/logout")),
                    Stream.of(
                            "/api/slots?from=2031-03-04T00:00:00Z&to=2031-03-05T00:00:00Z&type=follow_up&providerId={id}",
                            "/api/auth/{id}",
                            "/api/{id}",
                            "/{id}"))
            .distinct()
            .toList();

    /** Requests that are nearly right, of whose body a field or two are then turned. */
    private static final List<String> NEARLY_RIGHT = """
            POST /api/auth/token {"email": "nobody@clinic.example", "password": "x"}
            POST /api/auth/refresh {"refreshToken": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
            PUT /api/me {"email": "a@b", "firstName": "A", "lastName": "B"}
            PUT /api/me/password {"currentPassword": "x", "newPassword": "another good one"}
            PUT /api/me/hours {"weekly": [{"day": "monday", "from": "08:00", "to": "12:00"}], "exceptions": [{"date": "2031-01-01", "hours": []}]}
            POST /api/patients {"firstName": "A", "lastName": "B", "dateOfBirth": "1990-01-01", "sex": "other", "confirmDuplicate": true}
            PUT /api/patients/{id} {"firstName": "A", "lastName": "B", "dateOfBirth": "1990-01-01", "sex": "other"}
            POST /api/patients/{id}/allergies {"allergen": "A", "severity": "mild"}
            PUT /api/patients/{id}/chronic-conditions/{id} {"condition": "A"}
            PUT /api/patients/{id}/provider {}
            POST /api/appointments {"appointmentDate": "2026-03-02T09:30:00Z", "appointmentType": "sick_visit"}
            PUT /api/appointments/{id} {"appointmentDate": "2026-03-02T09:30:00Z", "appointmentType": "sick_visit", "allowOverlap": true, "overlapReason": "A"}
            PUT /api/appointments/{id}/status {"status": "checked_in"}
            POST /api/appointments/{id}/visit {"record": {"chiefComplaint": "A", "subjective": "", "objective": "", "assessment": "", "plan": ""}}
            PUT /api/appointments/{id}/record {"chiefComplaint": "A", "subjective": "", "objective": "", "assessment": "", "plan": ""}
            PUT /api/appointments/{id}/vital-signs {"heartRate": 70}
            PUT /api/records/{id} {"chiefComplaint": "A", "subjective": "", "objective": "", "assessment": "", "plan": ""}
            POST /api/records/{id}/symptoms {"name": "A"}
            PUT /api/records/{id}/prescriptions/{id} {"medication": "A", "dosage": "B", "frequency": "C", "duration": "D"}
            """.lines().toList();

    private static final List<String> PARAMETERS = List.of(
            "limit",
            "cursor",
            "from",
            "to",
            "status",
            "patientId",
            "shared",
            "transcripts",
            "name",
            "phone",
            "email",
            "bornOn",
            "type",
            "date",
            "providerId",
            "sort",
            "access_token",
            "_method");

    private final Api okafor = Api.demo().asNewProvider();
    private final Api stranger = Api.demo().asNewProvider();
    private final List<String> ids = new ArrayList<>();
    private final String cursor;

    FuzzHttpIT() {
        var patient = okafor.post("/api/patients", Api.minimalPatient().put("lastName", SECRET))
                .id();
        okafor.post("/api/patients", Api.minimalPatient().put("lastName", SECRET));
        var allergy = okafor.post(
                        "/api/patients/" + patient + "/allergies",
                        "{\"allergen\": \"%s\", \"severity\": \"mild\"}".formatted(SECRET))
                .id();
        var appointment = okafor.newAppointment(patient);
        var written = okafor.newAppointment(patient);
        var visit = okafor.post("/api/appointments/" + written + "/visit", """
                {"record": {"chiefComplaint": "%s", "subjective": "", "objective": "", "assessment": "", "plan": ""}}
                """.formatted(SECRET));
        ids.addAll(List.of(
                patient,
                allergy,
                appointment,
                written,
                visit.json().path("record").path("id").stringValue(),
                okafor.myId()));
        cursor = okafor.get("/api/patients?limit=1").json().path("next").stringValue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingThatAStrangerSendsIsOurFaultOrShowsOrChangesAnything(long seed) {
        var random = new Random(seed);
        var before = stored();
        var statuses = new TreeSet<Integer>();

        for (var i = 0; i < REQUESTS; i++) {
            var method = one(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"), random);
            var path = path(one(PATHS, random), random);
            var body = random.nextInt(3) == 0 ? "" : body(random);
            if (random.nextBoolean()) {
                var words = one(NEARLY_RIGHT, random).split(" ", 3);
                method = words[0];
                path = path(words[1], random);
                body = turned(words[2], random);
            }
            var answer = send(method, path, body, random);

            assertThat(answer.status()).as("%s %s %s", method, path, body).isLessThan(500);
            assertThat(answer.body()).as("%s %s %s", method, path, body).doesNotContain(SECRET);
            assertThat(answer.headers().map().toString()).doesNotContain(SECRET);
            statuses.add(answer.status());
        }

        assertThat(stored()).hasSize(3).isEqualTo(before);
        assertThat(statuses)
                .as("it comes far enough to be refused in many ways")
                .contains(200, 201, 400, 401, 404, 405, 415, 428);
    }

    private Answer send(String method, String path, String body, Random random) {
        var request = stranger.request(path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.header("Content-Type", random.nextInt(20) == 0 ? "text/plain" : "application/json");
        if (random.nextBoolean())
            request.header("If-Match", one(List.of("*", "\"1\"", "W/\"x\"", "'", "\"zzzzzzzzzzzz\""), random));
        if (random.nextInt(4) == 0) request.header("If-None-Match", one(List.of("*", "\"1\"", "'", "*, *"), random));
        if (random.nextInt(10) == 0)
            request.header("X-Forwarded-For", one(List.of("'", "127.0.0.1", "x".repeat(500)), random));
        try {
            return stranger.send(request);
        } catch (UncheckedIOException closed) {
            return stranger.send(request); // the server had closed a connection on which it had refused the one before
        }
    }

    private String path(String pattern, Random random) {
        var id = random.nextInt(3) == 0 ? encoded(one(NASTY, random)) : one(ids, random);
        var path = new StringBuilder(pattern.replace("{id}", id.isEmpty() ? "x" : id));
        var separator = pattern.contains("?") ? '&' : '?';
        for (var n = random.nextInt(3); n > 0; n--) {
            var value = switch (random.nextInt(4)) {
                case 0 -> tampered(random);
                case 1 -> one(ids, random);
                default -> encoded(one(NASTY, random));
            };
            path.append(separator).append(one(PARAMETERS, random)).append('=').append(value);
            separator = '&';
        }
        return path.toString();
    }

    /** The cursor of the other's list, or nearly that. */
    private String tampered(Random random) {
        if (random.nextBoolean()) return cursor;
        var at = random.nextInt(cursor.length());
        return cursor.substring(0, at) + (char) ('A' + random.nextInt(26)) + cursor.substring(at + 1);
    }

    private String body(Random random) {
        if (random.nextInt(50) == 0) return "{\"notes\": " + "[".repeat(5_000);
        if (random.nextInt(50) == 0) return one(NASTY, random);
        var body = new StringBuilder("{");
        for (var n = random.nextInt(8); n > 0; n--) {
            if (body.length() > 1) body.append(", ");
            body.append('"').append(one(FIELDS, random)).append("\": ").append(value(random, 3));
        }
        return body.append('}').toString();
    }

    private String turned(String nearlyRight, Random random) {
        var body = (ObjectNode) Api.JSON.readTree(nearlyRight);
        if (random.nextInt(3) == 0) body.put("patientId", one(ids, random));
        if (random.nextInt(3) == 0) body.put("providerId", one(ids, random));
        if (random.nextInt(3) == 0) body.put(one(FIELDS, random), one(NASTY, random));
        return escaped(body.toString());
    }

    /** Half of a surrogate pair has no bytes in UTF-8, but JSON can spell it. */
    private static String escaped(String json) {
        return json.replace("\ud800", "\\ud800");
    }

    private String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> '"' + one(ids, random) + '"';
            case 1 -> Integer.toString(random.nextInt());
            case 2 -> one(List.of("null", "true", "1e999", "-0.0", "12345678901234567890"), random);
            case 3, 4 -> escaped(Api.JSON.valueToTree(one(NASTY, random)).toString());
            case 5 -> "[" + value(random, depth - 1) + "]";
            case 6 -> "{\"" + one(FIELDS, random) + "\": " + value(random, depth - 1) + "}";
            default -> "\"\\u0000\"";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** All that the other provider has. */
    private List<String> stored() {
        return TestServer.admin("http_demo")
                .sql("""
                        select p::text || a::text || coalesce(r::text, '')
                          from clinic.patient p
                          left join clinic.appointment a on a.patient_id = p.id
                          left join clinic.medical_record r on r.appointment_id = a.id
                         where p.last_name = :secret
                           and p.provider_id = :provider
                         order by 1
                        """)
                .param("secret", SECRET)
                .param("provider", UUID.fromString(ids.getLast()))
                .query((row, _) -> row.getString(1) == null ? "" : row.getString(1))
                .list();
    }
}
