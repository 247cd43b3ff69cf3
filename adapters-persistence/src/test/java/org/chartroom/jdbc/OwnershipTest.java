package org.chartroom.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The SQL of a feature writes the feature's own tables, and reads what is its own or stands to the left. */
class OwnershipTest {

    private static final Ownership PRODUCT = Ownership.ofTheProduct();

    /** Adds whole charts that every feature has checked, one statement a table; see decision 26. */
    private static final String WRITING_ALL = "org.chartroom.record.persistence.JdbcImportedCharts";

    @Test
    void noFeatureWritesAnothersTableOrReadsToTheRight() throws IOException {
        var classes = classes();

        assertThat(classes).hasSizeGreaterThan(20);
        assertThat(classes.stream().flatMap(OwnershipTest::departures)).isEmpty();
    }

    @Test
    void aWriteToAnothersTableIsFound() {
        assertThat(PRODUCT.departures("record", "update clinic.patient\n   set notes = null"))
                .containsExactly(
                        "record writes clinic.patient, which is patient's: call its port or its directory instead");
        assertThat(PRODUCT.departures("record", "with gone as (DELETE\n  FROM clinic.appointment) select"))
                .hasSize(1);
        assertThat(PRODUCT.departures("idempotency", "insert into access.care_team values (1)"))
                .hasSize(1);
    }

    @Test
    void aReadToTheRightIsFound() {
        assertThat(PRODUCT.departures("audit", "select from audit.event e, clinic.patient p"))
                .containsExactly(
                        "audit reads clinic.patient, which is patient's, to the right of it: let patient read, or send it an event");
        assertThat(PRODUCT.departures("ward", "select from clinic.provider")).hasSize(1);
    }

    @Test
    void whatIsAFeaturesOwnOrStandsToTheLeftIsNot() {
        assertThat(PRODUCT.departures("record", """
                        insert into clinic.symptom (id) select a.id from clinic.appointment a join access.care_team c on true
                         where a.status = 'completed'::clinic.appointment_status for update of a""")).isEmpty();
    }

    @Test
    void anEntryThatLeavesSomethingOutOrSaysMoreIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ownership.of(Map.of("tables", Map.of("ward.bed", Map.of("owner", "ward")))))
                .withMessage("db/ownership.yaml: ward.bed does not say its about");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ownership.of(Map.of("tables", Map.of("ward.bed", Map.of("owned", "ward")))))
                .withMessageContaining("ward.bed says [owned]");
    }

    private static Stream<String> departures(Resource file) {
        try {
            var model = ClassFile.of().parse(file.getContentAsByteArray());
            var name = model.thisClass().asInternalName().replace('/', '.');
            if (name.equals(WRITING_ALL)) return Stream.of();
            var feature = name.replaceFirst("org\\.chartroom\\.(\\w+)\\..*", "$1");
            return StreamSupport.stream(model.constantPool().spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .flatMap(text -> PRODUCT.departures(feature, ((StringEntry) text).stringValue()).stream())
                    .map(departure -> name + ": " + departure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this Maven module, without its tests. */
    private static List<Resource> classes() throws IOException {
        return List.of(new PathMatchingResourcePatternResolver()
                .getResources(Schema.class.getProtectionDomain().getCodeSource().getLocation()
                        + "org/chartroom/*/**/*.class"));
    }
}
