package org.chartroom.record.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.appointment.domain.AppointmentFixtures.MONDAY_9AM;
import static org.chartroom.appointment.domain.AppointmentFixtures.appointmentId;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;
import static org.chartroom.record.domain.RecordFixtures.bareRecord;
import static org.chartroom.record.domain.RecordFixtures.signature;

import java.util.ArrayList;
import java.util.List;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.out.Appointments;
import org.chartroom.appointment.domain.AppointmentDetails;
import org.chartroom.appointment.domain.AppointmentFixtures;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.patient.domain.Patient;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.chartroom.record.application.WorkItem;
import org.chartroom.record.domain.MedicalRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * What every {@link WorkItems} must list; run by the in-memory and the PostgreSQL implementation alike. The store need not
 * be empty; each call is a transaction of its own.
 */
public abstract class WorkItemsContract {

    private Actor okafor;
    private Actor lindqvist;
    private Patient sam;

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract Appointments appointments();

    protected abstract MedicalRecords records();

    protected abstract Signatures signatures();

    protected abstract WorkItems items();

    @BeforeEach
    void samIsSeenByTwoProviders() {
        okafor = aProvider();
        lindqvist = aProvider();
        sam = walkIn(okafor.id());
        patients().add(okafor, sam);
    }

    @Test
    void whoHasWrittenNothingAndSeenNobodyHasNothingToDo() {
        assertThat(work(okafor)).isEmpty();
    }

    @Test
    void aCompletedVisitIsToBeWrittenUp() {
        var visit = visit(okafor, AppointmentStatus.COMPLETED, 9);

        assertThat(work(okafor))
                .containsExactly(new WorkItem(
                        visit,
                        sam.id(),
                        sam.details().name(),
                        sam.details().dateOfBirth(),
                        MONDAY_9AM.plusSeconds(9 * 3600),
                        "telehealth",
                        "completed",
                        null,
                        0));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COMPLETED")
    void aVisitThatIsNotOverIsNotToBeWrittenUp(AppointmentStatus status) {
        visit(okafor, status, 9);

        assertThat(work(okafor)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "COMPLETED"})
    void aRecordIsToBeSignedUntilSomebodyHas(AppointmentStatus status) {
        var record = written(visit(okafor, status, 9));

        assertThat(work(okafor)).extracting(WorkItem::recordId).containsExactly(record.id());
        signatures().add(okafor, signature(record, okafor));
        assertThat(work(okafor)).isEmpty();
    }

    @Test
    void theOldestComesFirstInPages() {
        var third = visit(okafor, AppointmentStatus.COMPLETED, 12);
        var first = visit(okafor, AppointmentStatus.COMPLETED, 8);
        var second = visit(okafor, AppointmentStatus.COMPLETED, 9);
        written(second);

        var all = new ArrayList<AppointmentId>();
        AppointmentId after = null;
        do {
            var page = items().page(okafor, 1, after).orElseThrow();
            page.items().forEach(item -> all.add(item.appointmentId()));
            after = page.next();
        } while (after != null);
        assertThat(all).containsExactly(first, second, third);
    }

    @Test
    void aPageBehindNothingIsNone() {
        assertThat(items().page(okafor, 5, appointmentId())).isEmpty();
    }

    @Test
    void eachHasTheOwnVisitsAlone() {
        var visit = visit(lindqvist, AppointmentStatus.COMPLETED, 9);

        assertThat(work(okafor)).isEmpty();
        assertThat(work(lindqvist)).extracting(WorkItem::appointmentId).containsExactly(visit);
    }

    private List<WorkItem> work(Actor by) {
        return items().page(by, 100, null).orElseThrow().items();
    }

    private AppointmentId visit(Actor with, AppointmentStatus status, int hour) {
        var visit = AppointmentFixtures.in(
                status,
                sam.id(),
                with.id(),
                new AppointmentDetails(MONDAY_9AM.plusSeconds(hour * 3600L), AppointmentType.TELEHEALTH, null, null));
        appointments().add(okafor, visit);
        return visit.id();
    }

    private MedicalRecord written(AppointmentId visit) {
        var record = bareRecord(visit);
        records().add(okafor, record);
        return record;
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return Actor.onCommandLine(provider.id());
    }
}
