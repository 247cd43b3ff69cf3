package org.chartroom.jdbc;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/**
 * What {@code db/ownership.yaml} says of every table; what its words mean stands at its head.
 *
 * @param line   the features, from the left
 * @param tables by name, with the schema
 */
public record Ownership(List<String> line, Map<String, Table> tables) {

    static final String FILE = "db/ownership.yaml";

    private static final Pattern NAME = Pattern.compile("\\b[a-z_]+\\.[a-z_]+\\b");
    private static final Pattern WRITE = Pattern.compile(
            "\\b(?:insert\\s+into|update|delete\\s+from|merge\\s+into|truncate|copy)\\s+(?:only\\s+)?(" + NAME + ")");
    private static final Set<String> WORDS =
            Set.of("owner", "about", "reached", "history", "erasure", "receipt", "exports", "why");

    public enum About {
        PATIENT,
        PROVIDER,
        INSTALLATION
    }

    public enum History {
        OVERWRITTEN,
        APPENDED,
        VERSIONED,
        DERIVED
    }

    public enum Erasure {
        DELETED,
        KEPT,
        UNTOUCHED
    }

    public enum Export {
        AUDIT
    }

    public record Table(
            String owner,
            About about,
            List<String> reached,
            History history,
            Erasure erasure,
            @Nullable String receipt,
            List<Export> exports,
            @Nullable String why) {

        private static Table of(String name, Map<String, ?> entry) {
            if (!WORDS.containsAll(entry.keySet()))
                throw new IllegalArgumentException(
                        "%s: %s says %s, of which only %s are known".formatted(FILE, name, entry.keySet(), WORDS));
            return new Table(
                    said(name, entry, "owner"),
                    About.valueOf(constant(said(name, entry, "about"))),
                    list(entry.get("reached")),
                    History.valueOf(constant(said(name, entry, "history"))),
                    Erasure.valueOf(constant(said(name, entry, "erasure"))),
                    (String) entry.get("receipt"),
                    list(said(name, entry, "exports", List.class)).stream()
                            .map(export -> Export.valueOf(constant(export)))
                            .toList(),
                    (String) entry.get("why"));
        }
    }

    public static Ownership ofTheProduct() {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return of(new Yaml().load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Ownership of(Map<String, ?> file) {
        var tables = (Map<String, Map<String, ?>>) requireNonNull(file.get("tables"));
        return new Ownership(
                list(file.get("line")),
                new TreeMap<>(tables.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, entry -> Table.of(entry.getKey(), entry.getValue())))));
    }

    /** What a statement of a feature does to tables that are not its to write, or not its to read. */
    List<String> departures(String feature, String sql) {
        var text = sql.toLowerCase(Locale.ROOT);
        var departures = new ArrayList<String>();
        named(WRITE, text, 1).forEach((table, owner) -> {
            if (!owner.equals(feature))
                departures.add("%s writes %s, which is %s's: call its port or its directory instead"
                        .formatted(feature, table, owner));
        });
        named(NAME, text, 0).forEach((table, owner) -> {
            if (line.indexOf(owner) > line.indexOf(feature))
                departures.add("%s reads %s, which is %s's, to the right of it: let %s read, or send it an event"
                        .formatted(feature, table, owner, owner));
        });
        return departures;
    }

    /** The tables that a text names, with their owners. */
    private Map<String, String> named(Pattern pattern, String text, int group) {
        var named = new TreeMap<String, String>();
        pattern.matcher(text).results().map(result -> result.group(group)).forEach(name -> {
            var table = tables.get(name);
            if (table != null) named.put(name, table.owner());
        });
        return named;
    }

    private static String said(String name, Map<String, ?> entry, String word) {
        return said(name, entry, word, String.class);
    }

    private static <T> T said(String name, Map<String, ?> entry, String word, Class<T> type) {
        if (!type.isInstance(entry.get(word)))
            throw new IllegalArgumentException("%s: %s does not say its %s".formatted(FILE, name, word));
        return type.cast(entry.get(word));
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
