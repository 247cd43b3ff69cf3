package org.chartroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRulesTest {

    /** From the folder of this Maven module, in which its tests run. */
    private static final Path PRODUCT = Path.of("..").toAbsolutePath().normalize();

    private static final String INFORMATION = """
            /** Where beds are. It knows no patient. Start at {@link org.chartroom.ward.Bed}. */
            package org.chartroom.ward;
            """;

    @TempDir
    private Path planted;

    @Test
    void everyPackageSaysWhatItIsForAndWhereToStartReading() {
        assertThat(SourceRules.packageInformation(PRODUCT)).isEmpty();
    }

    @Test
    void everyPackageLivesInOneMavenModule() {
        assertThat(SourceRules.homes(PRODUCT)).isEmpty();
    }

    @Test
    void nothingIsPromisedSwitchedOffMockedOrLeftToAProfile() {
        assertThat(SourceRules.habits(PRODUCT)).isEmpty();
    }

    @Test
    void everyOutboundPortHasAContractThatBothItsAdaptersPass() {
        assertThat(SourceRules.contracts(PRODUCT)).isEmpty();
    }

    @Test
    void aPackageWithoutItsInformationIsFound() throws IOException {
        plant("domain/src/main/java/org/chartroom/ward/Bed.java", "record Bed() {}");

        assertThat(SourceRules.packageInformation(planted))
                .singleElement()
                .asString()
                .startsWith("org.chartroom.ward has no package-info.java");
    }

    @Test
    void aPackageThatSaysTooLittleIsFound() throws IOException {
        plant("domain/src/main/java/org/chartroom/ward/package-info.java", "/** Beds. */ package org.chartroom.ward;");

        assertThat(SourceRules.packageInformation(planted))
                .hasSize(2)
                .anyMatch(departure -> departure.contains("says 1 sentences"))
                .anyMatch(departure -> departure.contains("where to start reading"));
    }

    @Test
    void aPackageThatSaysEnoughIsNot() throws IOException {
        plant("domain/src/main/java/org/chartroom/ward/package-info.java", INFORMATION);

        assertThat(SourceRules.packageInformation(planted)).isEmpty();
    }

    @Test
    void aPackageInTwoMavenModulesIsFound() throws IOException {
        plant("domain/src/main/java/org/chartroom/ward/package-info.java", INFORMATION);
        plant("adapters-web/src/main/java/org/chartroom/ward/Beds.java", "class Beds {}");

        assertThat(SourceRules.homes(planted))
                .containsExactly("org.chartroom.ward lives in [adapters-web, domain]; instead let one module have it");
    }

    @Test
    void everyBadHabitIsFound() throws IOException {
        plant("domain/src/main/java/org/chartroom/ward/Bed.java", "/** @author me */ record Bed() {} // TODO later");
        plant("domain/src/main/java/org/chartroom/ward/Bunk.java", "record Bunk() {} // TODO with #7");
        plant("domain/src/main/java/org/chartroom/ward/Cot.java", "import lombok.Data;\n@Data class Cot {}");
        plant("domain/src/test/java/org/chartroom/ward/BedTest.java", """
                import static org.mockito.Mockito.mock;
                @Disabled class BedTest { void waits() { Thread.sleep(1); } }
                """);
        plant("domain/pom.xml", "<profiles></profiles> <artifactId>h2</artifactId>");

        assertThat(SourceRules.habits(planted))
                .hasSize(8)
                .allMatch(departure -> departure.contains("; instead "))
                .noneMatch(departure -> departure.contains("Bunk"));
    }

    @Test
    void anOutboundPortWithAContractForOneAdapterOnlyIsFound() throws IOException {
        plant("application/src/main/java/org/chartroom/ward/application/out/Beds.java", "public interface Beds {}");
        plant(
                "application/src/test/java/org/chartroom/ward/BedsContract.java",
                "abstract class BedsContract { Beds beds; }");
        plant("application/src/test/java/org/chartroom/ward/InMemoryBedsTest.java", "class A extends BedsContract {}");

        assertThat(SourceRules.contracts(planted)).singleElement().asString().startsWith("Beds has no contract");

        plant(
                "adapters-persistence/src/test/java/org/chartroom/ward/JdbcBedsIT.java",
                "class B extends BedsContract {}");
        assertThat(SourceRules.contracts(planted)).isEmpty();
    }

    private void plant(String path, String text) throws IOException {
        var file = planted.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
