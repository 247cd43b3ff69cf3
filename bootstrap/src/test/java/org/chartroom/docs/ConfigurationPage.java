package org.chartroom.docs;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.chartroom.ChartroomApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.UrlResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code docs/configuration.md} from what the configuration processor left of every setting. */
final class ConfigurationPage {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    /** What a clinic gives of Spring Boot's own. */
    private static final List<String> GIVEN = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "server.address",
            "server.port",
            "server.ssl.bundle");

    /** What is no property: it is needed before there are any, or by the build. */
    private static final Map<String, String> VARIABLES = new LinkedHashMap<>();

    static {
        VARIABLES.put(
                "CHARTROOM_HOME",
                "Where the embedded database, and by default the file of seals, are kept; `chartroom` in the user's data directory (`XDG_DATA_HOME`, or `~/.local/share`; on macOS `~/Library/Application Support`) when unset.");
        VARIABLES.put(
                "CHARTROOM_DB_BINARIES",
                "Where the embedded PostgreSQL's programs are unpacked; several homes may share it. `postgresql` in the home when unset.");
        VARIABLES.put(
                "CHARTROOM_DB_PORT",
                "The embedded database's port, 1024 to 65535; one that is free at each start when unset.");
        VARIABLES.put("JAVA_HOME", "A JDK 25 or newer; found by itself where it is installed in a usual place.");
        VARIABLES.put(
                "CHARTROOM_JAVA_OPTIONS",
                "Options of the JVM that `bootstrap/bin/chartroom` runs; `-XX:+UseSerialGC -Xmx300m` when unset.");
        VARIABLES.put(
                "MVNW_REPOURL",
                "For the build: the Maven repository from which `mvnw` fetches Maven, where there is none.");
        VARIABLES.put("MVNW_IGNORE_PATH", "For the build: when set, `mvnw` fetches Maven though there is one.");
        VARIABLES.put("CHARTROOM_BENCH", "For measuring: the folder of the benchmark rig, see performance.md.");
        VARIABLES.put(
                "CHARTROOM_CHROMIUM",
                "For the tests: the Chromium that looks at the studio, where it is in no usual place.");
        VARIABLES.put(
                "CHARTROOM_REAL_VISITS",
                "For the tests: a file of real visits, one JSON object a line, that one of them replays.");
        VARIABLES.put(
                "CHARTROOM_TEST_DATABASE_URL",
                "For the tests: the JDBC URL, with `user` and `password`, of a PostgreSQL whose superuser is `postgres`; what travels runs there as well.");
    }

    private ConfigurationPage() {}

    static String written() {
        var all = metadata();
        var own = new TreeMap<String, JsonNode>();
        read(ownMetadata()).forEach(property -> own.put(property.path("name").stringValue(""), property));
        var given = new LinkedHashMap<String, JsonNode>();
        GIVEN.forEach(name -> given.put(name, requireNonNull(all.get(name), name)));
        return """
                # Configuration

                A setting is given as an environment variable, as an argument of `chartroom serve` (`--chartroom.zone=…`), or as a
                line of an `application.yaml` in the folder it is started from. [operations.md](operations.md) tells when to use
                which. Written from the settings themselves; `verify` compares, `.ci/write-docs` writes it anew.

                ## Chartroom's own

                | setting | type | default | environment variable | what it does |
                | --- | --- | --- | --- | --- |
                %s
                ## Spring Boot's that a clinic gives

                Any other of [Spring Boot's](https://docs.spring.io/spring-boot/appendix/application-properties/) is understood as well.

                | setting | type | default | environment variable | what it does |
                | --- | --- | --- | --- | --- |
                %s
                ## Of others, as Chartroom has them

                What `application.yaml` sets; why, its comments say.

                | setting | value | what it does |
                | --- | --- | --- |
                %s
                ## Environment variables alone

                | environment variable | what it does |
                | --- | --- |
                %s""".formatted(
                lines(own),
                lines(given),
                preset().entrySet().stream()
                        .map(entry -> "| `%s` | `%s` | %s |%n"
                                .formatted(entry.getKey(), entry.getValue(), described(all.get(entry.getKey()))))
                        .collect(joining()),
                VARIABLES.entrySet().stream()
                        .map(entry -> "| `%s` | %s |%n".formatted(entry.getKey(), entry.getValue()))
                        .collect(joining()));
    }

    private static String lines(Map<String, JsonNode> properties) {
        var preset = preset();
        return properties.entrySet().stream()
                .map(entry -> "| `%s` | `%s` | %s | `%s` | %s |%n"
                        .formatted(
                                entry.getKey(),
                                type(entry.getValue()),
                                standard(entry.getValue(), preset.get(entry.getKey())),
                                variable(entry.getKey()),
                                described(entry.getValue())))
                .collect(joining());
    }

    /** As Spring Boot binds it. */
    private static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String type(JsonNode property) {
        return property.path("type").stringValue("").replaceAll("\\b[a-z]+\\.|\\w+\\$", "");
    }

    private static String standard(JsonNode property, @Nullable Object preset) {
        if (preset != null) return "`%s`".formatted(preset);
        var value = property.path("defaultValue").asString("");
        return value.isEmpty() ? "" : "`%s`".formatted(value);
    }

    private static String described(@Nullable JsonNode property) {
        if (property == null) return "";
        var text = property.path("description")
                .stringValue("")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|");
        return text.isEmpty()
                ? ""
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    private static Map<String, Object> preset() {
        try {
            var preset = new TreeMap<String, Object>();
            for (var source : new YamlPropertySourceLoader().load("product", new ClassPathResource("application.yaml")))
                if (source instanceof EnumerablePropertySource<?> yaml)
                    for (var name : yaml.getPropertyNames())
                        preset.merge(
                                name.replaceFirst("\\[\\d+]$", ""), // of a list
                                requireNonNull(yaml.getProperty(name)),
                                (before, one) -> before + "," + one);
            return preset;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UrlResource ownMetadata() {
        return UrlResource.from(
                ChartroomApplication.class.getProtectionDomain().getCodeSource().getLocation() + METADATA);
    }

    /** Of every library on the class path. */
    private static Map<String, JsonNode> metadata() {
        try {
            var properties = new TreeMap<String, JsonNode>();
            var files = ConfigurationPage.class.getClassLoader().getResources(METADATA);
            while (files.hasMoreElements())
                read(new UrlResource(files.nextElement()))
                        .forEach(
                                property -> properties.put(property.path("name").stringValue(""), property));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> read(UrlResource file) {
        try (var json = file.getInputStream()) {
            var properties = new ArrayList<JsonNode>();
            JsonMapper.shared().readTree(json).path("properties").forEach(properties::add);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
