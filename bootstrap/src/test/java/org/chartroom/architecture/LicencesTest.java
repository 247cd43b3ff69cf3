package org.chartroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar brings along may be given on with it: read from the bill of materials that lies in the jar. */
class LicencesTest {

    private static final String BILL = "/META-INF/sbom/application.cdx.json";

    /** Licence, by its SPDX identifier or else as the component names it → what it asks of whoever gives the jar on. */
    private static final Map<String, String> ALLOWED = Map.of(
            "0BSD", "nothing",
            "Apache-2.0", "the licence, and the notices that come with it",
            "BSD-2-Clause", "the notice",
            "BSD-3-Clause", "the notice, and not to advertise with the authors' names",
            "Bouncy Castle Licence", "the notice; it is MIT under a name of its own",
            "CC0-1.0", "nothing",
            "EPL-2.0", "the source of what was changed in it, and nothing was",
            "MIT", "the notice",
            "PostgreSQL", "the notice");

    private static final String ADVICE = ", which nobody allowed: do without it, or read the licence and add it to"
            + " LicencesTest.ALLOWED with what it asks (docs/decisions/0008-dependencies-and-why.md)";

    @Test
    void everythingInTheJarMayBeGivenOn() {
        assertThat(refused(bill())).isEmpty();
    }

    @Test
    void theBillNamesWhatIsInTheJar() {
        assertThat(components(bill()).map(LicencesTest::name))
                .anyMatch(name -> name.startsWith("org.springframework:spring-core:"))
                .anyMatch(name -> name.startsWith("org.postgresql:postgresql:"))
                .anyMatch(name -> name.startsWith("org.chartroom:domain:"))
                .noneMatch(name -> name.startsWith("org.junit.jupiter:"));
    }

    @Test
    void aLicenceThatNobodyAllowedIsNamedWithWhatToDo() {
        var bill = JsonMapper.shared().readTree("""
                {"components": [
                    {"group": "a", "name": "free", "version": "1", "licenses": [{"license": {"id": "MIT"}}]},
                    {"group": "b", "name": "chosen", "version": "1",
                     "licenses": [{"license": {"id": "GPL-2.0-only"}}, {"license": {"id": "EPL-2.0"}}]},
                    {"group": "c", "name": "copyleft", "version": "1", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
                    {"group": "d", "name": "odd", "version": "1", "licenses": [{"license": {"name": "Odd Licence"}}]},
                    {"group": "e", "name": "both", "version": "1", "licenses": [{"expression": "MIT AND GPL-3.0-only"}]},
                    {"group": "f", "name": "none", "version": "1"}
                ]}
                """);

        assertThat(refused(bill))
                .containsExactly(
                        "c:copyleft:1 is under [GPL-3.0-only]" + ADVICE,
                        "d:odd:1 is under [Odd Licence]" + ADVICE,
                        "e:both:1 is under [MIT AND GPL-3.0-only]" + ADVICE,
                        "f:none:1 is under []" + ADVICE);
    }

    /** Who is under several licences leaves the choice between them. */
    private static List<String> refused(JsonNode bill) {
        return components(bill)
                .filter(component -> licences(component).stream().noneMatch(ALLOWED::containsKey))
                .map(component -> name(component) + " is under " + licences(component) + ADVICE)
                .toList();
    }

    private static JsonNode bill() {
        try (var bill = LicencesTest.class.getResourceAsStream(BILL)) {
            assertThat(bill)
                    .as("the bill of materials, which ./mvnw process-resources writes, unless it is offline")
                    .isNotNull();
            return JsonMapper.shared().readTree(bill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> components(JsonNode bill) {
        return bill.path("components").valueStream();
    }

    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .map(each -> text(
                        each.path("expression"),
                        each.path("license").path("id"),
                        each.path("license").path("name")))
                .toList();
    }

    private static String name(JsonNode component) {
        return "%s:%s:%s"
                .formatted(
                        component.path("group").asString(),
                        component.path("name").asString(),
                        component.path("version").asString());
    }

    private static String text(JsonNode... first) {
        return Stream.of(first)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse("?");
    }
}
