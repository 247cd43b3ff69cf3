package org.chartroom.studio.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chartroom.provider.domain.ProviderFixtures.DR_OKAFOR;

import java.util.List;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.InMemoryAuditTrail;
import org.chartroom.kernel.Refusal;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.studio.application.out.InMemoryCatalogue;
import org.chartroom.studio.application.out.InMemoryTableRows;
import org.chartroom.studio.domain.ClinicTable;
import org.junit.jupiter.api.Test;

class SchemaReviewServiceTest {

    private static final String BY_NAME = "patient_last_name_first_name_idx";

    private final InMemoryProviders providers = new InMemoryProviders();
    private final InMemoryPatients patients = new InMemoryPatients(providers);
    private final InMemoryAppointments appointments = new InMemoryAppointments(providers, patients);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();
    private final SchemaReview review = new SchemaReviewService(
            catalogue,
            new InMemoryTableRows(
                    providers,
                    patients,
                    appointments,
                    new InMemoryMedicalRecords(appointments),
                    new InMemoryVitalSignsReadings(appointments)),
            trail);

    @Test
    void everyTableIsCounted() {
        assertThat(review.tallies(DR_OKAFOR)).extracting(Tally::table).containsExactly(ClinicTable.values());
    }

    @Test
    void whatTheStoreSaysOfItselfIsShown() {
        assertThat(review.schema(DR_OKAFOR)).isEqualTo(catalogue.schema(DR_OKAFOR));
        assertThat(review.indexes(DR_OKAFOR)).isEqualTo(catalogue.indexes(DR_OKAFOR));
        assertThat(review.plan(DR_OKAFOR, BY_NAME).index().name()).isEqualTo(BY_NAME);
    }

    @Test
    void whoeverLooksLeavesATrace() {
        review.schema(DR_OKAFOR);
        review.tallies(DR_OKAFOR);
        review.indexes(DR_OKAFOR);
        review.plan(DR_OKAFOR, BY_NAME);

        var seen = AuditEvent.ofList(Reference.Kind.SCHEMA);
        assertThat(trail.events()).isEqualTo(List.of(seen, seen, seen, seen));
    }

    @Test
    void anIndexThatThereIsNotIsNotFound() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> review.plan(DR_OKAFOR, "patient_shoe_size_idx"))
                .returns("not-found", Refusal::code);
    }

    @Test
    void aPlanGainsWhatItCostsToGoWithout() {
        var index = new IndexView("i", "t", "", 0, 0, false, true);

        assertThat(new PlanView(index, "", "", true, 2, 50).gain()).isEqualTo(25);
        assertThat(new PlanView(index, "", "", true, 50, 2).gain()).isNull();
        assertThat(new PlanView(index, "", "", true, 2, 2).gain()).isNull();
        assertThat(new PlanView(index, "", "", true, 0, 2).gain()).isNull();
        assertThat(new PlanView(index, "", "", false, 2, 50).gain()).isNull();
    }
}
