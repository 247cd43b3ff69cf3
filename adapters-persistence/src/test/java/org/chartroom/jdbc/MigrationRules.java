package org.chartroom.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** What holds of every migration, told from its file. Each answers what is wrong and what to do instead. */
final class MigrationRules {

    private static final Pattern NAME = Pattern.compile("V(?<number>\\d{4})__[a-z0-9_]+\\.sql");

    private static final Pattern NO_STATEMENT =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|\\$(\\w*)\\$.*?\\$\\1\\$|'(''|[^'])*'", Pattern.DOTALL);

    private static final Pattern TABLE =
            Pattern.compile("\\b(create\\s+(unlogged\\s+)?table|alter\\s+table)\\s+(?<table>[\\w.]+)(?<body>[^;]*);");

    private static final Pattern CONSTRAINT = Pattern.compile(
            "\\b(primary\\s+key|unique|check|references|foreign\\s+key|exclude)\\b", Pattern.CASE_INSENSITIVE);

    /** What comes before it on the same level, between two commas. */
    private static final Pattern NAMED = Pattern.compile("(?s).*\\bconstraint\\s+\\w+\\b.*");

    /** One line of history, without a gap: nobody has to guess in which order two of one number ran. */
    static List<String> numbers(SortedMap<String, String> migrations) {
        var departures = new ArrayList<String>();
        var next = 1;
        for (var file : migrations.keySet()) {
            var name = NAME.matcher(file);
            if (!name.matches())
                departures.add(file + " is no name of a migration; instead write V0000__what_it_makes.sql");
            else if (Integer.parseInt(name.group("number")) != next)
                departures.add("%s is not number %04d; instead count on from the last one".formatted(file, next));
            next++;
        }
        return departures;
    }

    /** A refusal is made of a constraint's name, so PostgreSQL must not choose it. */
    static List<String> constraints(SortedMap<String, String> migrations) {
        var departures = new ArrayList<String>();
        migrations.forEach((file, text) -> TABLE.matcher(
                        NO_STATEMENT.matcher(text).replaceAll("''"))
                .results()
                .forEach(table -> parts(table.group("body")).stream()
                        .filter(part -> CONSTRAINT.matcher(part).find())
                        .filter(part ->
                                !NAMED.matcher(part.substring(0, start(part))).matches())
                        .forEach(part -> departures.add(
                                "%s, %s: \"%s\" has no name; instead write constraint <table>_<what> before it"
                                        .formatted(
                                                file,
                                                table.group("table"),
                                                part.strip().replaceAll("\\s+", " "))))));
        return departures;
    }

    /** What has landed has run somewhere, where it will not run again. */
    static List<String> landed(SortedMap<String, String> migrations, Map<String, String> digests) {
        var departures = new ArrayList<String>();
        digests.forEach((file, digest) -> {
            var text = migrations.get(file);
            if (text == null)
                departures.add(file + " has landed and is gone; instead write a new migration that takes it back");
            else if (!digest(text).equals(digest))
                departures.add(file + " was changed after it landed; instead write a new migration");
        });
        return departures;
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static int start(String part) {
        var constraint = CONSTRAINT.matcher(part);
        return constraint.find() ? constraint.start() : 0;
    }

    /** Columns and constraints, which stand between commas outside of inner parentheses. */
    private static List<String> parts(String body) {
        var parts = new ArrayList<String>();
        var outer = body.stripLeading().startsWith("(") ? 1 : 0;
        var depth = 0;
        var part = new StringBuilder();
        for (var i = 0; i < body.length(); i++) {
            var c = body.charAt(i);
            if (c == '(') depth++;
            if (c == ')') depth--;
            if (c == ',' && depth == outer) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (!(c == '(' && depth == outer && outer == 1)) part.append(c);
        }
        parts.add(part.toString());
        return parts;
    }

    private MigrationRules() {}
}
