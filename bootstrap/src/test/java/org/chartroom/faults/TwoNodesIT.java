package org.chartroom.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chartroom.http.Api;
import org.chartroom.http.Api.Answer;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.provider.application.AccountAdministration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two nodes over one database are as one: what one of them does holds on the other in the next moment. */
class TwoNodesIT {

    private static final String FAULT = "two nodes";
    private static final String DATABASE = "faults_two_nodes";
    private static final Api ONE = Api.empty(DATABASE);
    private static final Api TWO = Api.another(DATABASE);
    private static final int TIMES = Figures.times(20, 200);

    private final Api okafor = ONE.asNewProvider();

    @AfterAll
    static void stop() {
        ONE.stop();
        TWO.stop();
    }

    @Test
    void whoeverSignsOutOnOneIsSignedOutOnTheOther() {
        for (var time = 0; time < TIMES / 10; time++) {
            var there = TWO.as(ONE.asNewProvider());
            assertThat(there.get("/api/me").status()).isEqualTo(200);

            var out = ONE.as(there).post("/api/auth/logout", "");

            assertThat(out.status()).isEqualTo(204);
            assertThat(there.get("/api/me").status()).isEqualTo(401);
        }
        Figures.tell(FAULT, "sign-out, %d of %d at once on the other".formatted(TIMES / 10, TIMES / 10));
    }

    @Test
    void whoseAccountIsClosedOnOneIsOutOnTheOther() {
        var there = TWO.as(okafor);
        var email = there.get("/api/me").json().path("email").stringValue();

        ONE.bean(AccountAdministration.class).disable(new EmailAddress(email));

        assertThat(there.get("/api/me").status()).isEqualTo(401);
        Figures.tell(FAULT, "an account that is closed is closed on the other at once");
    }

    @Test
    void anHourThatBothBookAtOnceIsBookedOnce() throws Exception {
        var patient = okafor.newPatient();
        for (var time = 0; time < TIMES; time++) {
            var booking = Api.booking(patient).toString();

            var answers = atOnce(node -> node.post("/api/appointments", booking));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        }
        Figures.tell(FAULT, "booking race, %d of %d: one 201, one 409".formatted(TIMES, TIMES));
    }

    @Test
    void whatBothAreAskedAtOnceUnderOneKeyIsDoneOnce() throws Exception {
        for (var time = 0; time < TIMES; time++) {
            var key = UUID.randomUUID().toString();
            var ada = Api.minimalPatient().put("notes", key).toString();

            var answers = atOnce(node -> node.send(node.request("/api/patients")
                    .POST(BodyPublishers.ofString(ada))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)));

            assertThat(answers).extracting(Answer::status).containsOnly(201);
            assertThat(answers.getFirst().id()).isEqualTo(answers.getLast().id());
        }
        Figures.tell(FAULT, "one key on both at once, %d of %d done once".formatted(TIMES, TIMES));
    }

    @Test
    void aDraftThatIsSavedHereAndThereIsReadAsItWasSavedLast() {
        var draft = "/api/appointments/" + okafor.newVisit(okafor.newPatient()) + "/draft";
        var there = TWO.as(okafor);
        for (var time = 0; time < TIMES; time++) {
            var plan = "Rest " + time;
            (time % 2 == 0 ? okafor : there).put(draft, "{\"plan\": \"%s\"}".formatted(plan));

            assertThat(plan((time % 2 == 0 ? there : okafor).get(draft).json())).isEqualTo(plan);
        }
        Figures.tell(FAULT, "drafts, %d of %d read on the other as they were saved".formatted(TIMES, TIMES));
    }

    private static String plan(JsonNode draft) {
        return draft.path("note").path("plan").stringValue();
    }

    private List<Answer> atOnce(Function<Api, Answer> request) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            for (var each : threads.invokeAll(IntStream.range(0, 2)
                    .mapToObj(i -> (Callable<Answer>) () -> request.apply(i == 0 ? okafor : TWO.as(okafor)))
                    .toList())) answers.add(each.get());
            return answers;
        }
    }
}
