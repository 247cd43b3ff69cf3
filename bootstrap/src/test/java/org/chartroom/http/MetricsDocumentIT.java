package org.chartroom.http;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartroom.docs.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written about metrics, held against those that a server tells. */
class MetricsDocumentIT {

    private static final Api SERVER = Api.withDemo("http_metrics_document", Scrape.SETTING);

    /** Of what others' parts tell, what a clinic's operator looks at; of our own, all. */
    private static final List<String> IMPORTANT = List.of(
            "http_server_requests_seconds",
            "http_server_requests_seconds_max",
            "hikaricp_connections_active",
            "hikaricp_connections_idle",
            "hikaricp_connections_max",
            "hikaricp_connections_pending",
            "hikaricp_connections_timeout_total",
            "hikaricp_connections_acquire_seconds",
            "hikaricp_connections_usage_seconds",
            "jvm_gc_pause_seconds",
            "jvm_memory_max_bytes",
            "jvm_memory_used_bytes",
            "jvm_threads_live_threads",
            "process_cpu_usage",
            "process_files_open_files",
            "process_uptime_seconds",
            "system_cpu_usage");

    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    /** A name in a query, which has an underscore and is neither a function nor what stands in braces or quotes. */
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+_[a-z_]+\\b(?!\\()");

    private static final Pattern QUERY = Pattern.compile("(?m)^ *expr: (.+)$");

    private static Scrape scrape = new Scrape("", Map.of());

    @BeforeAll
    static void aServerThatDidSomething() {
        SERVER.get("/api/patients");
        System.gc(); // of which it tells when there was one
        await().untilAsserted(() -> {
            scrape = Scrape.of(SERVER);
            assertThat(scrape.names()).contains("jvm_gc_pause_seconds_count", "chartroom_schema_version");
        });
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void thePageTellsWhatEachMetricMeans() {
        var types = new TreeMap<String, String>();
        TYPE.matcher(scrape.text()).results().forEach(type -> types.put(type.group(1), type.group(2)));
        assertThat(types).containsKeys(IMPORTANT.toArray(String[]::new));
        var own = types.keySet().stream().filter(name -> name.startsWith("chartroom_"));

        Document.named("metrics.md").isCurrentlyAs("""
                # Metrics

                What a server tells of itself at `/actuator/prometheus`, where `CHARTROOM_METRICS_TOKEN` is set; how to read and watch
                it is in [operations.md](operations.md#watching-it). Written from a running server; `verify` compares,
                `.ci/write-docs` writes it anew. `GET /actuator/prometheus` has more of the JVM's.

                | metric | type | unit | labels | what it tells |
                | --- | --- | --- | --- | --- |
                %s
                - A **histogram** has `_bucket` with the label `le`, `_sum` and `_count`; a **summary** the latter two; a gauge that ends
                  in `_max` is the highest of the last two minutes.
                - **`uri`** is the template of a route, such as `/api/patients/{id}`, and never a path: no id, no name, no cursor. `NONE` is
                  what was refused before a route was looked for, or leads nowhere. **`method`** is one of HTTP's, or `OTHER`.
                - **`chartroom_audit_seal_lag_seconds`** is at most some ten seconds when all is well, and a few when nothing happens. It
                  grows as well where sealing hangs and where the database is away.
                - None of them costs a statement when it is read.
                """.formatted(Stream.concat(own, IMPORTANT.stream())
                .map(name -> "| `%s` | %s | %s | %s | %s |%n"
                        .formatted(name, types.get(name), unit(name), labels(name), help(name)))
                .collect(joining())));
    }

    @Test
    void theDashboardAsksForNothingThatThereIsNot() throws IOException {
        var dashboard = Api.JSON.readTree(
                Files.readString(Document.named("grafana/chartroom.json").file()));
        var queries = dashboard.findValuesAsString("expr");

        assertThat(queries).hasSizeGreaterThan(20);
        assertThat(unknown(queries)).isEmpty();
        assertThat(dashboard
                        .path("panels")
                        .valueStream()
                        .map(panel -> panel.path("id").intValue()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theAlertsAskForNothingThatThereIsNot() throws IOException {
        var queries = QUERY.matcher(
                        Files.readString(Document.named("operations.md").file()))
                .results()
                .map(query -> query.group(1))
                .toList();

        assertThat(queries).hasSizeGreaterThan(4);
        assertThat(unknown(queries)).isEmpty();
    }

    @Test
    void aQueryForWhatThereIsNotIsFound() {
        assertThat(unknown(List.of(
                        "sum by (job_name) (rate(http_server_requests_seconds_count{a_label=\"some_text\"}[5m])) > 1",
                        "histogram_quantile(0.9, chartroom_beds_free) or chartroom_backup_age_seconds")))
                .containsExactly("chartroom_beds_free");
    }

    private static SortedSet<String> unknown(List<String> queries) {
        return queries.stream()
                .map(query -> query.replaceAll("\\{[^}]*}|\"[^\"]*\"|\\b(by|without) *\\([^)]*\\)", ""))
                .flatMap(query -> NAME.matcher(query).results().map(MatchResult::group))
                .filter(name -> !scrape.names().contains(name))
                .collect(toCollection(TreeSet::new));
    }

    private static String unit(String name) {
        return Stream.of("seconds", "bytes")
                .filter(unit -> name.contains("_" + unit))
                .findFirst()
                .orElse("");
    }

    private static String labels(String name) {
        return scrape.samples().keySet().stream()
                .filter(sample -> sample.replaceFirst("\\{.*", "")
                        .replaceFirst("_(count|sum|bucket)$", "")
                        .equals(name))
                .flatMap(sample -> LABEL.matcher(sample).results().map(label -> label.group(1)))
                .filter(label -> !label.equals("le"))
                .distinct()
                .sorted()
                .map("`%s`"::formatted)
                .collect(joining(", "));
    }

    private static String help(String name) {
        return Pattern.compile("(?m)^# HELP " + name + " (.+)$")
                .matcher(scrape.text())
                .results()
                .map(help -> help.group(1).strip())
                .findFirst()
                .orElse("");
    }
}
