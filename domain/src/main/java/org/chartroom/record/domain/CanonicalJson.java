package org.chartroom.record.domain;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of a JSON object by RFC 8785: members by name, no space, the shortest escapes. It knows what records
 * are made of: texts, whole numbers, truth values, null, lists, objects. Whoever has the same object in any other form
 * comes to the same bytes, and so to the same digest.
 */
final class CanonicalJson {

    /** SHA-256 of the canonical form in UTF-8, as 64 hexadecimal digits. */
    static String sha256(Map<String, ?> object) {
        return Sha256.of(text(object));
    }

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Boolean truth -> truth.toString();
            case Integer number -> number.toString();
            case String text -> quoted(text);
            case List<?> list -> list.stream().map(CanonicalJson::text).collect(Collectors.joining(",", "[", "]"));
            // a TreeMap compares names by UTF-16 code units, as the RFC wants it
            case Map<?, ?> object ->
                new TreeMap<>(object)
                        .entrySet().stream()
                                .map(member -> text(member.getKey()) + ":" + text(member.getValue()))
                                .collect(Collectors.joining(",", "{", "}"));
            default -> throw new IllegalArgumentException("no canonical form of a " + value.getClass());
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            switch (unit) {
                case '"', '\\' -> quoted.append('\\').append(unit);
                case '\b' -> quoted.append("\\b");
                case '\t' -> quoted.append("\\t");
                case '\n' -> quoted.append("\\n");
                case '\f' -> quoted.append("\\f");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (unit < ' ') quoted.append("\\u00").append(HexFormat.of().toHexDigits((byte) unit));
                    else quoted.append(unit);
                }
            }
        }
        return quoted.append('"').toString();
    }

    private CanonicalJson() {}
}
