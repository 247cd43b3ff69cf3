package org.chartroom.studio.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A step of a plan with the steps that it takes its rows from. */
final class PlanTree {

    private final JsonNode node;

    private PlanTree(JsonNode node) {
        this.node = node;
    }

    /** @param json as PostgreSQL's {@code explain (format json)} writes it */
    static PlanTree of(JsonMapper mapper, String json) {
        return new PlanTree(mapper.readTree(json).path(0).path("Plan"));
    }

    /** What it does, and with what. */
    public String step() {
        var index = text("Index Name");
        var table = text("Relation Name");
        var step = new StringBuilder(node.path("Node Type").asString(""));
        if (index != null) step.append(" using ").append(index);
        if (table != null) step.append(" on ").append(table);
        return step.toString();
    }

    /** For what it stands in the step above, where that is not plain to see: {@code SubPlan 1}. */
    public @Nullable String part() {
        return text("Subplan Name");
    }

    public String figures() {
        return String.format(
                Locale.ENGLISH,
                "cost %.2f, %,d %s",
                node.path("Total Cost").asDouble(),
                node.path("Plan Rows").asLong(),
                node.path("Plan Rows").asLong() == 1 ? "row" : "rows");
    }

    public List<String> conditions() {
        return Stream.of("Index Cond", "Recheck Cond", "Filter", "Sort Key", "Hash Cond")
                .filter(node::has)
                .map(name -> name + ": " + words(node.path(name)))
                .toList();
    }

    private static String words(JsonNode value) {
        return value.isArray()
                ? String.join(", ", value.valueStream().map(JsonNode::asString).toList())
                : value.asString("");
    }

    /** Whether it finds its rows by an index, or reads a whole table. */
    public String kind() {
        var type = node.path("Node Type").asString("");
        if (type.contains("Index")) return "index";
        return type.equals("Seq Scan") ? "whole" : "other";
    }

    public List<PlanTree> steps() {
        return node.path("Plans").valueStream().map(PlanTree::new).toList();
    }

    private @Nullable String text(String name) {
        return node.has(name) ? node.path(name).asString() : null;
    }
}
