package org.chartroom.faults;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.chartroom.faults.Ledger.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many clients that write without pause: each registers a patient, books an appointment for them, keeps a draft, writes the
 * visit up, and begins again. Whatever is not answered, or answered with a 503, is asked again under its key until it is.
 */
final class Clients implements AutoCloseable {

    /** With which each text begins that they write; the key follows. */
    static final String MARK = "faultless ";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration UNTIL_ALL_ARE_ANSWERED = Duration.ofMinutes(3);

    /** Hours of appointments and numbers of keys, of this run of tests. */
    private static final AtomicInteger HOURS = new AtomicInteger();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Ledger ledger;
    private final List<String> tokens;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong slowest503 = new AtomicLong();
    private final AtomicLong without = new AtomicLong();
    private volatile List<String> bases;
    private volatile boolean stopping;

    /** @param tokens of providers; each client bears one of them */
    Clients(Ledger ledger, List<String> tokens, String... bases) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.bases = List.of(bases);
    }

    /** They look for the server there from now on. */
    void turnTo(String... others) {
        bases = List.of(others);
    }

    void start(int number) {
        for (var i = 0; i < number; i++) {
            var token = tokens.get(i % tokens.size());
            threads.execute(() -> work(token));
        }
    }

    /** No client begins anything more; returns when all that they asked for is answered. */
    void finish() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(UNTIL_ALL_ARE_ANSWERED.toSeconds(), TimeUnit.SECONDS))
            throw new AssertionError("clients are still without an answer: " + this);
    }

    /** How many answers there were of each status. */
    Map<Integer, Long> answers() {
        var sums = new TreeMap<Integer, Long>();
        answers.forEach((status, number) -> sums.put(status, number.sum()));
        return sums;
    }

    long unanswered() {
        return unanswered.get();
    }

    long answered(int status) {
        return answers.getOrDefault(status, new LongAdder()).sum();
    }

    /** How long somebody waited for the slowest 503 of all. */
    Duration slowest503() {
        return Duration.ofNanos(slowest503.get());
    }

    /** How many 503 said nothing of when to come back. */
    long withoutRetryAfter() {
        return without.get();
    }

    private void work(String token) {
        try {
            while (!stopping) {
                var n = HOURS.incrementAndGet();
                var key = Integer.toString(n, 36);
                var patient =
                        write(token, Kind.PATIENT, key, "POST", "/api/patients", text -> """
                                {"firstName": "Ada", "lastName": "Okafor %s", "dateOfBirth": "1980-02-29", "sex": "female",
                                 "notes": "%s"}""".formatted(key, text));
                if (patient == null) continue;
                var appointment = write(token, Kind.APPOINTMENT, key, "POST", "/api/appointments", text ->
                        """
                                {"patientId": "%s", "appointmentDate": "%s", "appointmentType": "sick_visit",
                                 "reason": "%s"}""".formatted(patient, time(n), text));
                if (appointment == null) continue;
                var saves = ThreadLocalRandom.current().nextInt(4);
                for (var save = 1; save <= saves && !stopping; save++)
                    draft(token, key + "." + save, "/api/appointments/" + appointment + "/draft");
                if (!stopping && n % 2 == 0)
                    write(
                            token,
                            Kind.RECORD,
                            key + ".visit",
                            "POST",
                            "/api/appointments/" + appointment + "/visit",
                            text -> """
                                    {"record": {"chiefComplaint": "Cough", "subjective": "%s", "objective": "",
                                                "assessment": "", "plan": "",
                                                "symptoms": [{"name": "Cough"}, {"name": "Fever"}]},
                                     "vitalSigns": {"heartRate": 72}}""".formatted(text));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draft(String token, String key, String path) throws InterruptedException {
        write(token, Kind.DRAFT, key, "PUT", path, text -> """
                {"plan": "%s"}""".formatted(text));
    }

    /** @return the id of what was stored; null when it was refused for good */
    private @Nullable String write(String token, Kind kind, String key, String method, String path, Body body)
            throws InterruptedException {
        var text = MARK + key + " " + ThreadLocalRandom.current().nextLong() + " Übelkeit 🫀";
        ledger.asked(kind, key, text);
        while (true) {
            var begin = System.nanoTime();
            try {
                var answer = send(token, kind + key, method, path, body.of(text));
                answers.computeIfAbsent(answer.statusCode(), _ -> new LongAdder())
                        .increment();
                if (answer.statusCode() / 100 == 2) {
                    var id = kind == Kind.DRAFT ? key.substring(0, key.indexOf('.')) : id(kind, answer.body());
                    ledger.acknowledged(kind, key, text, id);
                    return id;
                }
                if (answer.statusCode() != 503) return null;
                slowest503.accumulateAndGet(System.nanoTime() - begin, Math::max);
                if (answer.headers().firstValue("Retry-After").isEmpty()) without.incrementAndGet();
            } catch (IOException lost) {
                unanswered.incrementAndGet();
            }
            Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextInt(100, 500)));
        }
    }

    private HttpResponse<String> send(String token, String key, String method, String path, String body)
            throws IOException, InterruptedException {
        var nodes = bases;
        var node = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
        return http.send(
                HttpRequest.newBuilder(URI.create(node + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String id(Kind kind, String body) {
        var json = JSON.readTree(body);
        return requireNonNull(
                (kind == Kind.RECORD ? json.path("record") : json).path("id").stringValue());
    }

    /** Each provider is booked once in an hour. */
    private static Instant time(int n) {
        return Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofHours(n));
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
        http.shutdownNow();
    }

    @Override
    public String toString() {
        return "%s, %d without an answer".formatted(answers(), unanswered());
    }

    private interface Body {

        String of(String text);
    }
}
