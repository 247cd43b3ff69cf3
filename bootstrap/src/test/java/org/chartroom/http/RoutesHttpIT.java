package org.chartroom.http;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartroom.bootstrap.TestServer;
import org.chartroom.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every route of the server, from its own handler mappings. One that is new is in neither list and fails the test until
 * somebody has said whether it is open, or how its own provider calls it.
 */
class RoutesHttpIT {

    private static final Pattern KIND = Pattern.compile("\\{[a-zA-Z]+}");

    /** Open to everybody. */
    private static final Set<String> OPEN = Set.of(
            "POST /api/auth/token",
            "POST /api/auth/refresh",
            "GET /actuator/health",
            "GET /actuator/health/liveness",
            "GET /actuator/health/readiness",
            "GET /docs",
            "GET /docs/openapi",
            "GET /docs/openapi.yaml",
            "GET /docs/openapi/swagger-config",
            "GET /problems",
            "GET /problems/{id}");

    /** Answered by the container alone, or told nothing; closed to whoever asks for them. */
    private static final Set<String> INTERNAL =
            Set.of("* ${spring.web.error.path:/error}", "GET /actuator", "GET /actuator/health/**");

    /** How a provider calls each of the others: {@code {kind}} stands for the id of a thing of that kind. */
    static final List<Route> ROUTES = """
            POST   | /api/auth/logout                                   |
            GET    | /api/me                                            |
            PUT    | /api/me                                            | {"email": "{email}", "firstName": "Nkechi", "lastName": "Okafor"}
            PUT    | /api/me/password                                   | {"currentPassword": "correct horse battery", "newPassword": "another good one"}
            GET    | /api/me/hours                                      |
            PUT    | /api/me/hours                                      | {"weekly": [{"day": "monday", "from": "08:00", "to": "12:00"}]}
            GET    | /api/providers                                     |
            GET    | /api/slots?from=2030-03-04T00:00:00Z&to=2030-03-05T00:00:00Z&type=follow_up&providerId={provider} |
            GET    | /api/schedule                                      |
            GET    | /api/worklist                                      |
            GET    | /api/patients                                      |
            POST   | /api/patients                                      | {"firstName": "Ada", "lastName": "Secret", "dateOfBirth": "1980-02-29", "sex": "female"}
            GET    | /api/patients/{patient}                            |
            PUT    | /api/patients/{patient}                            | {"firstName": "Ada", "lastName": "Secret", "dateOfBirth": "1980-02-29", "sex": "female"}
            DELETE | /api/patients/{patient}?confirmSigned=true         |
            POST   | /api/patients/{patient}/allergies                  | {"allergen": "Secret", "severity": "mild"}
            PUT    | /api/patients/{patient}/allergies/{allergy}        | {"allergen": "Secret", "severity": "mild"}
            DELETE | /api/patients/{patient}/allergies/{allergy}        |
            POST   | /api/patients/{patient}/chronic-conditions         | {"condition": "Secret"}
            PUT    | /api/patients/{patient}/chronic-conditions/{condition} | {"condition": "Secret"}
            DELETE | /api/patients/{patient}/chronic-conditions/{condition} |
            GET    | /api/patients/{patient}/chart                      |
            POST   | /api/import/charts                                 | {"patient": {"id": "{new}", "firstName": "Ada", "lastName": "Secret", "dateOfBirth": "1980-02-29", "sex": "female"}}
            GET    | /api/patients/{patient}/accesses                   |
            GET    | /api/patients/{patient}/versions                   |
            GET    | /api/patients/{patient}/versions/{number}          |
            PUT    | /api/patients/{patient}/provider                   | {"providerId": "{provider}"}
            POST   | /api/appointments                                  | {"patientId": "{patient}", "appointmentDate": "2026-03-02T09:30:00Z", "appointmentType": "sick_visit"}
            GET    | /api/appointments                                  |
            GET    | /api/appointments?patientId={patient}              |
            GET    | /api/appointments/{appointment}                    |
            PUT    | /api/appointments/{appointment}                    | {"appointmentDate": "2026-03-02T10:30:00Z", "appointmentType": "sick_visit"}
            DELETE | /api/appointments/{appointment}                    |
            PUT    | /api/appointments/{appointment}/status             | {"status": "checked_in"}
            GET    | /api/appointments/{appointment}/versions           |
            GET    | /api/appointments/{appointment}/versions/{number}  |
            GET    | /api/appointments/{visit}/vital-signs/versions     |
            GET    | /api/appointments/{visit}/vital-signs/versions/{number} |
            POST   | /api/appointments/{appointment}/visit              | {"record": {"chiefComplaint": "Secret", "subjective": "", "objective": "", "assessment": "", "plan": ""}}
            GET    | /api/appointments/{visit}/draft                    |
            PUT    | /api/appointments/{begun}/draft                    | {"plan": "Secret"}
            DELETE | /api/appointments/{visit}/draft                    |
            GET    | /api/appointments/{visit}/record                   |
            PUT    | /api/appointments/{visit}/record                   | {"chiefComplaint": "Secret", "subjective": "", "objective": "", "assessment": "", "plan": ""}
            PUT    | /api/appointments/{begun}/record                   | {"chiefComplaint": "Secret", "subjective": "", "objective": "", "assessment": "", "plan": ""}
            GET    | /api/appointments/{visit}/vital-signs              |
            PUT    | /api/appointments/{visit}/vital-signs              | {"heartRate": 71}
            PUT    | /api/appointments/{appointment}/vital-signs        | {"heartRate": 71}
            DELETE | /api/appointments/{visit}/vital-signs              |
            GET    | /api/records/{record}                              |
            PUT    | /api/records/{record}                              | {"chiefComplaint": "Secret", "subjective": "", "objective": "", "assessment": "", "plan": ""}
            GET    | /api/records/{record}/transcript                   |
            PUT    | /api/records/{record}/transcript                   | {"aiTranscript": "[doctor] Secret"}
            GET    | /api/records/{record}/versions                     |
            GET    | /api/records/{record}/versions/{number}            |
            GET    | /api/records/{record}/versions/{number}/diff       |
            GET    | /api/records/{record}/proposals                    |
            POST   | /api/records/{transcribed}/proposals               | {"engine": {"name": "Scribe", "version": "1"}, "proposals": [{"content": {"symptom": {"name": "Secret"}}, "evidence": [{"start": 0, "end": 8, "quote": "[doctor]"}]}]}
            GET    | /api/records/{transcribed}/proposals/{proposal}    |
            PUT    | /api/records/{transcribed}/proposals/{proposal}    | {"decision": "rejected"}
            POST   | /api/records/{signable}/signature                  | {"password": "correct horse battery"}
            GET    | /api/records/{signed}/signatures                   |
            POST   | /api/records/{signed}/addenda                      | {"text": "Secret"}
            GET    | /api/records/{signed}/addenda                      |
            POST   | /api/records/{record}/symptoms                     | {"name": "Secret"}
            PUT    | /api/records/{record}/symptoms/{symptom}           | {"name": "Secret"}
            DELETE | /api/records/{record}/symptoms/{symptom}           |
            POST   | /api/records/{record}/prescriptions                | {"medication": "Secret", "dosage": "1", "frequency": "daily", "duration": "1 day"}
            PUT    | /api/records/{record}/prescriptions/{prescription} | {"medication": "Secret", "dosage": "1", "frequency": "daily", "duration": "1 day"}
            DELETE | /api/records/{record}/prescriptions/{prescription} |
            """.lines().map(Route::of).toList();

    /** Of a draft the trail tells when it is begun and when it ends. */
    private static final Set<String> UNTOLD = Set.of("GET /api/appointments/{visit}/draft");

    static final List<Route> ABOUT_SOMEBODY =
            ROUTES.stream().filter(route -> !route.kinds().isEmpty()).toList();

    private static final Api SERVER = Api.demo();

    /** Of these two nothing is changed by any test; to sign somebody up takes its time. */
    private static final Clinic OKAFORS = new Clinic(SERVER.asNewProvider());

    private static final Clinic STRANGERS = new Clinic(SERVER.asNewProvider());

    /** Of whom every session is too old. */
    private static final Clinic YESTERDAYS = new Clinic(SERVER.asNewProvider());

    @Test
    void everyRouteIsInOneOfTheLists() {
        var mapped = SERVER.beans(RequestMappingInfoHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern -> methods(info.getMethodsCondition().getMethods())
                                .map(method -> method + " " + withoutNames(pattern))))
                .collect(toCollection(TreeSet::new));
        var known = new TreeSet<>(OPEN);
        known.addAll(INTERNAL);
        ROUTES.forEach(route -> known.add(route.method + " " + withoutNames(route.withoutQuery())));
        mapped.removeIf(route -> route.startsWith("* ") && route.contains("error"));
        known.removeIf(route -> route.startsWith("* "));

        // what the health groups of the open list are mapped as
        assertThat(mapped).isSubsetOf(known);
        assertThat(known).filteredOn(route -> !route.contains("/actuator")).isSubsetOf(mapped);
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void withoutATokenNobodyGetsIn(Route route) {
        assertUnauthenticated(route.call(SERVER.anonymous(), OKAFORS.ids()));
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void withATokenOfYesterdayNobodyGetsIn(Route route) {
        TestServer.admin("http_demo")
                .sql(
                        "update access.session set refreshed_at = refreshed_at - interval '2 hours' where provider_id = :id::uuid")
                .param("id", YESTERDAYS.ids().get("provider"))
                .update();

        assertUnauthenticated(route.call(YESTERDAYS.api, YESTERDAYS.ids()));
    }

    @ParameterizedTest
    @FieldSource("ABOUT_SOMEBODY")
    void withAnythingOfAnotherProvidersNobodyGetsAnything(Route route) {
        assertThat(route.mixtures(STRANGERS.ids(), OKAFORS.ids())).isNotEmpty().allSatisfy(ids -> {
            var answer = route.call(STRANGERS.api, ids);
            assertThat(answer.status()).isIn(403, 404);
            assertThat(answer.body()).doesNotContain("Secret", OKAFORS.ids().get("email"));
        });
        assertThat(OKAFORS.state()).as("changed by the stranger").isEqualTo(OKAFORS.before);
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void whatOnesOwnProviderDoesIsInTheAuditTrail(Route route) {
        var clinic = new Clinic(SERVER.asNewProvider());

        var answer = route.call(clinic.api, clinic.ids());

        assertThat(answer.status()).isBetween(200, 299);
        if (!UNTOLD.contains(route.toString()))
            assertThat(eventsOf(answer, "success")).isPositive();
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void whoHasTheNewestVersionIsNotSentItAgain(Route route) {
        if (!route.method.equals("GET")) return;
        var first = route.call(OKAFORS.api, OKAFORS.ids());
        var tag = first.header("ETag");

        var second = OKAFORS.api.send(OKAFORS.api
                .request(Route.filled(route.path, OKAFORS.ids()))
                .header("If-None-Match", tag.isEmpty() ? "\"0\"" : tag));

        assertThat(second.status()).isEqualTo(tag.isEmpty() ? 200 : 304);
        assertThat(second.body().isEmpty()).isEqualTo(!tag.isEmpty());
    }

    @ParameterizedTest
    @FieldSource("ABOUT_SOMEBODY")
    void whatAStrangerWasRefusedIsInTheAuditTrail(Route route) {
        var answer = route.call(STRANGERS.api, OKAFORS.ids());

        assertThat(eventsOf(answer, answer.code())).isEqualTo(1);
        assertThat(eventsOf(answer, "success")).isZero();
        if (route.kinds().contains("patient"))
            assertThat(patientOf(answer)).isEqualTo(OKAFORS.ids().get("patient"));
    }

    private static void assertUnauthenticated(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.body()).doesNotContain("Secret");
    }

    private static long eventsOf(Answer answer, String outcome) {
        return TestServer.admin("http_demo")
                .sql("select count(*) from audit.event where request_id = :request::uuid and outcome = :outcome")
                .param("request", answer.header("X-Request-Id"))
                .param("outcome", outcome)
                .query(Long.class)
                .single();
    }

    private static String patientOf(Answer answer) {
        return TestServer.admin("http_demo")
                .sql("select patient_id::text from audit.event where request_id = :request::uuid")
                .param("request", answer.header("X-Request-Id"))
                .query(String.class)
                .single();
    }

    private static String withoutNames(String path) {
        return KIND.matcher(path).replaceAll("{id}");
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("*") : methods.stream().map(RequestMethod::name);
    }

    /** A provider with a patient of whom something is known, an appointment to come, one under way, and one written up. */
    private static final class Clinic {

        private final Api api;
        private final Map<String, String> ids = new LinkedHashMap<>();
        private final String before;

        Clinic(Api api) {
            this.api = api;
            var me = api.get("/api/me").json();
            var patient = api.post("/api/patients", Api.minimalPatient().put("lastName", "Secret"))
                    .id();
            var written = api.newAppointment(patient);
            var visit = api.post("/api/appointments/" + written + "/visit", """
                    {"record": {"chiefComplaint": "Secret", "subjective": "", "objective": "", "assessment": "", "plan": "",
                                "symptoms": [{"name": "Secret"}],
                                "prescriptions": [{"medication": "Secret", "dosage": "1", "frequency": "daily",
                                                   "duration": "1 day"}]},
                     "vitalSigns": {"heartRate": 70}}
                    """);
            var record = visit.json().path("record");
            ids.put("provider", me.path("id").stringValue());
            ids.put("email", me.path("email").stringValue());
            ids.put("patient", patient);
            ids.put(
                    "allergy",
                    api.post(
                                    "/api/patients/" + patient + "/allergies",
                                    "{\"allergen\": \"Secret\", \"severity\": \"mild\"}")
                            .id());
            ids.put(
                    "condition",
                    api.post("/api/patients/" + patient + "/chronic-conditions", "{\"condition\": \"Secret\"}")
                            .id());
            ids.put("appointment", api.newAppointment(patient));
            ids.put("begun", api.newVisit(patient));
            ids.put("visit", written);
            ids.put("record", record.path("id").stringValue());
            ids.put("symptom", record.path("symptoms").path(0).path("id").stringValue());
            ids.put(
                    "prescription",
                    record.path("prescriptions").path(0).path("id").stringValue());
            ids.put("number", "1");
            ids.put("transcribed", finished(patient));
            ids.put("proposal", proposed(ids.get("transcribed")));
            ids.put("signable", finished(patient));
            ids.put("signed", finished(patient));
            api.post("/api/records/" + ids.get("signed") + "/signature", "{\"password\": \"" + Api.PASSWORD + "\"}");
            api.put("/api/appointments/" + written + "/draft", "{\"plan\": \"Secret\"}");
            before = state();
        }

        private String finished(String patient) {
            return api.post("/api/appointments/" + api.newAppointment(patient) + "/visit", """
                    {"record": {"chiefComplaint": "Secret", "subjective": "a", "objective": "b", "assessment": "c", "plan": "d",
                                "aiTranscript": "[doctor] Secret"}}
                    """)
                    .json()
                    .path("record")
                    .path("id")
                    .stringValue();
        }

        private String proposed(String record) {
            return api.post("/api/records/" + record + "/proposals", """
                    {"engine": {"name": "Scribe", "version": "1"},
                     "proposals": [{"content": {"symptom": {"name": "Secret"}},
                                    "evidence": [{"start": 0, "end": 8, "quote": "[doctor]"}]}]}
                    """)
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .stringValue();
        }

        /** The patient and the whole chart, with all versions, the draft and what is proposed. */
        String state() {
            var patient = api.get("/api/patients/" + ids.get("patient"));
            return patient.header("ETag")
                    + patient.body()
                    + api.get("/api/patients/" + ids.get("patient") + "/chart?transcripts=true")
                            .body()
                    + api.get("/api/appointments/" + ids.get("visit") + "/draft")
                            .body()
                    + api.get("/api/records/" + ids.get("transcribed") + "/proposals")
                            .body();
        }

        Map<String, String> ids() {
            return ids;
        }
    }

    /** A request, with {@code {kind}} in path and body where an id belongs. */
    record Route(String method, String path, String body) {

        private static final Set<String> OF_NOBODY = Set.of("provider", "email", "number", "new");

        static Route of(String line) {
            var parts = line.split("\\|", 3);
            return new Route(parts[0].strip(), parts[1].strip(), parts[2].strip());
        }

        Answer call(Api as, Map<String, String> ids) {
            var request = as.request(filled(path, ids))
                    .method(
                            method,
                            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(body, ids)));
            var version = versionFor(as, ids);
            if (madeByPut() && version.isEmpty()) request.header("If-None-Match", "*");
            else request.header("If-Match", version.isEmpty() ? "\"1\"" : version);
            var type = path.startsWith("/api/import/") ? "application/x-ndjson" : "application/json";
            return as.send(body.isEmpty() ? request : request.header("Content-Type", type));
        }

        /** Empty when the caller sees none. */
        private String versionFor(Api as, Map<String, String> ids) {
            if (method.equals("GET") || method.equals("POST")) return "";
            return as.get(filled(root(), ids)).header("ETag");
        }

        /** As much of the path as can be read: whose version it is that a change is made from. */
        private String root() {
            var root = withoutQuery();
            while (!isRead(root) && root.lastIndexOf('/') > 0) root = root.substring(0, root.lastIndexOf('/'));
            return root;
        }

        private static boolean isRead(String path) {
            return ROUTES.stream()
                    .anyMatch(route -> route.method.equals("GET")
                            && withoutNames(route.withoutQuery()).equals(withoutNames(path)));
        }

        private boolean madeByPut() {
            return method.equals("PUT") && root().equals(path) && path.matches(".*/(record|vital-signs)");
        }

        String withoutQuery() {
            return path.split("\\?", 2)[0];
        }

        /** The kinds of ids that say whom it is about. */
        List<String> kinds() {
            return KIND.matcher(path + body)
                    .results()
                    .map(found -> found.group().substring(1, found.group().length() - 1))
                    .filter(kind -> !OF_NOBODY.contains(kind))
                    .distinct()
                    .toList();
        }

        /** One's own ids with some of the other's among them, in every way. */
        List<Map<String, String>> mixtures(Map<String, String> own, Map<String, String> others) {
            var kinds = kinds();
            return Stream.iterate(1, subset -> subset < 1 << kinds.size(), subset -> subset + 1)
                    .map(subset -> {
                        var ids = new LinkedHashMap<>(own);
                        for (var i = 0; i < kinds.size(); i++)
                            if ((subset >> i & 1) == 1) ids.put(kinds.get(i), others.get(kinds.get(i)));
                        return (Map<String, String>) ids;
                    })
                    .toList();
        }

        private static String filled(String text, Map<String, String> ids) {
            return KIND.matcher(text)
                    .replaceAll(found -> ids.getOrDefault(
                            found.group().substring(1, found.group().length() - 1),
                            UUID.randomUUID().toString()));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
