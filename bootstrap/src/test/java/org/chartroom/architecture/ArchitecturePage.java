package org.chartroom.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What {@code docs/architecture.md} tells of the map and the rules, in their own words; the rest of it is written by hand. */
final class ArchitecturePage {

    /** What a rule asks for, why, and what to do instead. */
    private static final Pattern RULE =
            Pattern.compile("(?<what>.*), because (?<why>.*); instead (?<instead>.*)", Pattern.DOTALL);

    /** The page with what is written between its marks as it is now. */
    static String current(String page) {
        var sections = new LinkedHashMap<String, String>();
        sections.put("features", features());
        sections.put("rules", rules());
        for (var section : sections.entrySet()) page = replaced(page, section.getKey(), section.getValue());
        return page;
    }

    private static String replaced(String page, String section, String text) {
        var begin = "<!-- %s: written by ArchitectureDocumentTest -->".formatted(section);
        var from = page.indexOf(begin);
        var to = page.indexOf("<!-- end of %s -->".formatted(section));
        if (from < 0 || to < from) throw new IllegalStateException("docs/architecture.md has no place for " + section);
        return page.substring(0, from) + begin + "\n\n" + text + "\n" + page.substring(to);
    }

    private static String features() {
        var rows = new ArrayList<>(List.of("| feature | may use |", "| --- | --- |"));
        FeatureMap.MAY_USE.entrySet().stream()
                .sorted(Map.Entry.<String, Set<String>>comparingByValue((one, other) -> one.size() - other.size())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(row -> "| `%s` | %s |".formatted(row.getKey(), names(row.getValue())))
                .forEach(rows::add);
        return String.join("\n", rows) + "\n";
    }

    private static String names(Set<String> features) {
        if (features.isEmpty()) return "nothing";
        return new TreeSet<>(features).stream().map("`%s`"::formatted).collect(joining(", "));
    }

    private static String rules() {
        return RuleBook.CHAPTERS.entrySet().stream()
                .map(chapter -> "### %s\n\n%s"
                        .formatted(
                                chapter.getKey(),
                                RuleBook.in(chapter.getValue())
                                        .map(constant -> rule(constant.getName(), RuleBook.named(constant.getName())))
                                        .collect(joining("\n"))))
                .collect(joining("\n"));
    }

    private static String rule(String name, ArchRule rule) {
        var parts = RULE.matcher(rule.getDescription());
        if (!parts.matches()) throw new IllegalStateException(name + " does not say why and what to do instead");
        return "- **%s**: %s.\n  *Because* %s.\n  *Instead* %s.\n"
                .formatted(name, parts.group("what"), parts.group("why"), parts.group("instead"))
                .replace("<", "&lt;");
    }

    private ArchitecturePage() {}
}
