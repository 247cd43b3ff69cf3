package org.chartroom.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who asks one thing over and over, ten times a second, and remembers each answer with how long it took. */
final class Probe implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final List<Sample> samples = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closing;

    Probe(HttpRequest.Builder request) {
        this.request = request.timeout(Duration.ofSeconds(60)).build();
        thread = Thread.ofVirtual().start(this::ask);
    }

    static Probe of(Node node, String token, String path) {
        return new Probe(
                HttpRequest.newBuilder(URI.create(node.base() + path)).header("Authorization", "Bearer " + token));
    }

    private void ask() {
        while (!closing) {
            var begin = System.nanoTime();
            int status;
            var comeBack = false;
            try {
                var answer = http.send(request, BodyHandlers.discarding());
                status = answer.statusCode();
                comeBack = answer.headers().firstValue("Retry-After").isPresent();
            } catch (IOException nobody) {
                status = 0;
            } catch (InterruptedException e) {
                return;
            }
            add(new Sample(begin, System.nanoTime(), status, comeBack));
            try {
                Pause.of(BETWEEN);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void add(Sample sample) {
        samples.add(sample);
    }

    /** What was asked at that time or later, in order. */
    synchronized List<Sample> since(long begin) {
        return samples.stream().filter(sample -> sample.begin() >= begin).toList();
    }

    /** Whether there was such an answer to what was asked at that time or later. */
    boolean has(long begin, int status) {
        return since(begin).stream().anyMatch(sample -> sample.status() == status);
    }

    /** How long it took, from then on, until there was a success. */
    Duration untilServedAgain(long from) {
        return since(0).stream()
                .filter(sample -> sample.end() >= from && sample.status() == 200)
                .findFirst()
                .map(sample -> Duration.ofNanos(sample.end() - from))
                .orElse(Duration.ofHours(1));
    }

    static Duration slowest(List<Sample> samples) {
        return samples.stream().map(Sample::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** The one that 95 of 100 are no slower than. */
    static Duration p95(List<Sample> samples) {
        var sorted = samples.stream().map(Sample::took).sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        http.shutdownNow();
    }

    /**
     * @param begin    nanoseconds, as of {@link System#nanoTime}
     * @param status   0 for no answer
     * @param comeBack whether it said when
     */
    record Sample(long begin, long end, int status, boolean comeBack) {

        Duration took() {
            return Duration.ofNanos(end - begin);
        }
    }
}
