package org.chartroom.docs;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the glossary names is there: in the sources, in the migrations, in the OpenAPI document. */
class GlossaryTest {

    private static final Path PROJECT = Path.of("..");

    private static final Pattern WORD = Pattern.compile("`([^`]+)`");

    /** Type → its source; nested types are members of the one that they stand in. */
    private static final Map<String, String> SOURCES = sources();

    /** Table with its schema → its columns, as the migrations make it. */
    private static final Map<String, String> TABLES = tables();

    /** Fields, values and segments of paths. */
    private static final Set<String> JSON = json();

    @Test
    void everyWordOfTheGlossaryIsThere() throws IOException {
        var glossary = Files.readString(PROJECT.resolve("docs/glossary.md"));

        assertThat(entries(glossary)).hasSizeGreaterThan(30);
        assertThat(unknown(glossary)).isEmpty();
    }

    @Test
    void aWordThatIsNowhereIsFound() {
        var glossary = """
                | at the clinic | FHIR | code | table | JSON | in one line |
                | --- | --- | --- | --- | --- | --- |
                | ward | Location | `Ward`, `Patient.bed` | `clinic.ward`, `clinic.patient.bed` | `bedNumber` | … |
                | patient | Patient | `Patient.details` | `clinic.patient.notes` | `patientId`, `life_threatening`, `chart` | … |
                """;

        assertThat(unknown(glossary))
                .containsExactly(
                        "ward: no type or member Ward",
                        "ward: no type or member Patient.bed",
                        "ward: no table or column clinic.ward",
                        "ward: no table or column clinic.patient.bed",
                        "ward: no field, value or path bedNumber");
    }

    @Test
    void aLineThatLacksAColumnIsFound() {
        assertThat(unknown("| ward | Location | – | – | … |"))
                .containsExactly("ward: has 5 columns and not 6, of which none is empty");
    }

    private static List<String> unknown(String glossary) {
        var unknown = new ArrayList<String>();
        for (var entry : entries(glossary)) {
            var name = entry.getFirst();
            if (entry.size() != 6 || entry.contains("")) {
                unknown.add(name + ": has " + entry.size() + " columns and not 6, of which none is empty");
                continue;
            }
            words(entry.get(2))
                    .filter(word -> !isInCode(word))
                    .forEach(word -> unknown.add(name + ": no type or member " + word));
            words(entry.get(3))
                    .filter(word -> !isATable(word))
                    .forEach(word -> unknown.add(name + ": no table or column " + word));
            words(entry.get(4))
                    .filter(word -> !JSON.contains(word))
                    .forEach(word -> unknown.add(name + ": no field, value or path " + word));
        }
        return unknown;
    }

    private static List<List<String>> entries(String glossary) {
        return glossary.lines()
                .filter(line ->
                        line.startsWith("| ") && !line.startsWith("| at the clinic") && !line.startsWith("| ---"))
                .map(line -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static Stream<String> words(String cell) {
        return WORD.matcher(cell).results().map(found -> found.group(1));
    }

    private static boolean isInCode(String word) {
        var parts = word.split("\\.", 2);
        var source = SOURCES.getOrDefault(parts[0], "");
        return !source.isEmpty()
                && (parts.length == 1
                        || Pattern.compile("\\b" + parts[1] + "\\b")
                                .matcher(source)
                                .find());
    }

    private static boolean isATable(String word) {
        var parts = word.split("\\.", 3);
        var columns = parts.length < 2 ? null : TABLES.get(parts[0] + "." + parts[1]);
        return columns != null
                && (parts.length == 2
                        || Pattern.compile("^ +" + parts[2] + " ", Pattern.MULTILINE)
                                .matcher(columns)
                                .find());
    }

    private static Map<String, String> sources() {
        return Stream.of("domain", "application", "adapters-persistence", "adapters-web")
                .flatMap(module -> files(PROJECT.resolve(module + "/src/main/java"), ".java"))
                .collect(toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        GlossaryTest::code,
                        (one, _) -> one));
    }

    /** Without comments, which may name what is no longer there. */
    private static String code(Path file) {
        return read(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
    }

    private static Map<String, String> tables() {
        var all = files(PROJECT.resolve("adapters-persistence/src/main/resources/db/migration"), ".sql")
                .sorted()
                .map(GlossaryTest::read)
                .collect(joining("\n"));
        var tables = new TreeMap<String, String>();
        Pattern.compile("(?ms)^create table (\\S+) \\((.*?)^\\)[^;]*;|^drop table (\\S+);")
                .matcher(all)
                .results()
                .forEach(found -> {
                    if (found.group(3) != null) tables.remove(found.group(3));
                    else tables.put(found.group(1), found.group(2));
                });
        return tables;
    }

    private static Set<String> json() {
        var document =
                new YAMLMapper().readTree(PROJECT.resolve("docs/openapi.yaml").toFile());
        var words = new TreeSet<String>();
        document.path("paths").propertyNames().forEach(path -> words.addAll(List.of(path.split("/", -1))));
        document.findValues("parameters")
                .forEach(parameters -> parameters.forEach(
                        parameter -> words.add(parameter.path("name").asString(""))));
        for (var schema : document.path("components").path("schemas")) collect(schema, words);
        return words;
    }

    private static void collect(JsonNode schema, Set<String> words) {
        schema.path("properties").properties().forEach(property -> words.add(property.getKey()));
        schema.path("enum").forEach(value -> words.add(value.asString("")));
        schema.forEach(part -> collect(part, words));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
