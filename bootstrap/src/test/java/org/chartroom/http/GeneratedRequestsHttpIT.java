package org.chartroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chartroom.http.Contract.Operation;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests that nobody wrote. How many, and which, the system properties {@code chartroom.fuzz.requests} and
 * {@code chartroom.fuzz.seed} say.
 */
class GeneratedRequestsHttpIT {

    private static final int REQUESTS = Integer.getInteger("chartroom.fuzz.requests", 5_000);
    private static final long SEED = Long.getLong("chartroom.fuzz.seed", 20_261_125L);

    /** These end the session of whoever sends them. */
    private static final Set<String> ENDING = Set.of("signOut", "changePassword");

    private static final List<Operation> OPERATIONS = Contract.OPERATIONS.stream()
            .filter(operation -> !ENDING.contains(operation.id()) && !operation.isOpen())
            .toList();

    /** Evidence is words that stand in a transcript to the letter, and without it nothing is proposed. */
    private static final Set<String> NEVER_BY_CHANCE = Set.of("propose", "proposal", "decide");

    @Test
    void noRequestIsOurFaultAndEveryAnswerIsDescribed() {
        var generated = new GeneratedRequests(SEED, OPERATIONS);
        var providers = List.of(Api.demo().asNewProvider(), Api.demo().asNewProvider());
        var answered = new TreeMap<Integer, Integer>();
        var succeeded = new TreeSet<String>();

        for (var n = 0; n < REQUESTS; n++) {
            var operation = generated.operation();
            var as = providers.get(n % 2);
            var request = generated.request(as, operation);
            var answer = as.send(request);
            assertThat(answer.status())
                    .as("request %d of seed %d: %s %s", n, SEED, operation, answer.body())
                    .isLessThan(500);
            answered.merge(answer.status(), 1, Integer::sum);
            if (answer.status() < 300) succeeded.add(operation.id());
            generated.learn(request.build(), answer);
        }

        System.out.printf(
                "%d generated requests of %d operations (%d succeeded now and then), answered %s%n",
                REQUESTS, OPERATIONS.size(), succeeded.size(), answered);
        assertThat(answered.keySet()).as("it comes far in many ways").contains(200, 201, 400, 404, 409, 412, 428);
        assertThat(succeeded.size())
                .as("nearly every operation succeeds now and then, as these did: %s", succeeded)
                .isGreaterThan((OPERATIONS.size() - NEVER_BY_CHANCE.size()) * 8 / 10);
    }
}
