package org.chartroom.http;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chartroom.http.Api.Answer;

/**
 * What the server tells of itself, as Prometheus reads it.
 *
 * @param text    as it came
 * @param samples name and labels → value
 */
record Scrape(String text, Map<String, Double> samples) {

    static final String TOKEN = "the-metrics-are-for-the-operator-alone";

    static final String SETTING = "--chartroom.metrics.token=" + TOKEN;

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]\\w*(?:\\{.*})?) (\\S+)$");

    static Scrape of(Api server) {
        var answer = ask(server, "Bearer " + TOKEN);
        assertThat(answer.status()).isEqualTo(200);
        var samples = new LinkedHashMap<String, Double>();
        SAMPLE.matcher(answer.body())
                .results()
                .forEach(sample -> samples.put(
                        sample.group(1), Double.valueOf(sample.group(2).replace("+Inf", "Infinity"))));
        return new Scrape(answer.body(), samples);
    }

    static Answer ask(Api server, String authorization) {
        return server.anonymous()
                .send(server.anonymous().request("/actuator/prometheus").header("Authorization", authorization));
    }

    /** Zero for what is not there: a counter begins with the first that it counts. */
    double value(String sample) {
        return samples.getOrDefault(sample, 0.0);
    }

    /** Of requests, by method, route and status. */
    double requests(String method, String route, int status) {
        return value("http_server_requests_seconds_count{method=\"%s\",status=\"%d\",uri=\"%s\"}"
                .formatted(method, status, route));
    }

    SortedSet<String> names() {
        return samples.keySet().stream()
                .map(sample -> sample.replaceFirst("\\{.*", ""))
                .collect(toCollection(TreeSet::new));
    }
}
