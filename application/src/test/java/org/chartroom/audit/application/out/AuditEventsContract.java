package org.chartroom.audit.application.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chartroom.audit.Reference.Kind.APPOINTMENT;
import static org.chartroom.audit.Reference.Kind.CHART;
import static org.chartroom.audit.Reference.Kind.PATIENT;
import static org.chartroom.audit.Reference.Kind.PATIENT_LIST;
import static org.chartroom.audit.Reference.Kind.SESSION;
import static org.chartroom.audit.application.out.AuditEvents.SUCCESS;
import static org.chartroom.patient.domain.PatientFixtures.walkIn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chartroom.audit.Access;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.domain.StoredEvent;
import org.chartroom.kernel.TimeOrderedIds;
import org.chartroom.patient.application.out.Patients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.SessionId;
import org.chartroom.provider.application.out.Providers;
import org.chartroom.provider.domain.ProviderFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuditEvents}, {@link EventsOfNobody} and {@link SealedTrail} must do with events; run by the in-memory
 * and the PostgreSQL implementation alike. The store need not be empty; each call is a transaction of its own.
 */
public abstract class AuditEventsContract {

    protected abstract Providers providers();

    protected abstract Patients patients();

    protected abstract AuditEvents events();

    protected abstract EventsOfNobody eventsOfNobody();

    protected abstract SealedTrail trail();

    @Test
    void anEventIsStoredWithWhoFromWhereAndWhen() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var appointment = UUID.randomUUID();

        events().add(okafor, SUCCESS, List.of(AuditEvent.of(Action.UPDATE, APPOINTMENT, appointment, patient)));

        assertThat(last()).satisfies(event -> {
            assertThat(event.recordedAt())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            assertThat(event.action()).isEqualTo("update");
            assertThat(event.kind()).isEqualTo("appointment");
            assertThat(event.objectId()).isEqualTo(appointment);
            assertThat(event.patientId()).isEqualTo(patient);
            assertThat(event.providerId()).isEqualTo(okafor.id().value());
            assertThat(event.sessionId())
                    .isEqualTo(
                            okafor.origin().session() == null
                                    ? null
                                    : okafor.origin().session().value());
            assertThat(event.requestId()).isEqualTo(okafor.origin().request());
            assertThat(event.address()).isEqualTo(okafor.origin().address());
            assertThat(event.outcome()).isEqualTo(SUCCESS);
        });
    }

    @Test
    void anEventFromTheCommandLineHasNoOrigin() {
        var onCommandLine = Actor.onCommandLine(aProvider().id());

        events().add(onCommandLine, "forbidden", List.of(AuditEvent.ofList(PATIENT_LIST)));

        assertThat(last()).satisfies(event -> {
            assertThat(event.objectId()).isNull();
            assertThat(event.patientId()).isNull();
            assertThat(event.sessionId()).isNull();
            assertThat(event.requestId()).isNull();
            assertThat(event.address()).isNull();
            assertThat(event.outcome()).isEqualTo("forbidden");
        });
    }

    @Test
    void anEventOfNobodyHasNoProvider() {
        var account = UUID.randomUUID();
        var from = new Origin(UUID.randomUUID(), "2001:db8::7", null);

        eventsOfNobody()
                .add(from, "unauthenticated", new AuditEvent(Action.CREATE, new Reference(SESSION, account), null));

        assertThat(last()).satisfies(event -> {
            assertThat(event.providerId()).isNull();
            assertThat(event.objectId()).isEqualTo(account);
            assertThat(event.address()).isEqualTo("2001:db8::7");
            assertThat(event.outcome()).isEqualTo("unauthenticated");
        });
    }

    @Test
    void severalEventsAreStoredInTheirOrder() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var before = numberOfLast();

        events().add(
                        okafor,
                        SUCCESS,
                        List.of(
                                AuditEvent.ofPatient(Action.CREATE, PATIENT, patient),
                                AuditEvent.ofPatient(Action.READ, PATIENT, patient),
                                AuditEvent.ofPatient(Action.READ, CHART, patient)));

        assertThat(trail().events(before, Long.MAX_VALUE, 100))
                .extracting(event -> event.action() + " " + event.kind())
                .containsExactly("create patient", "read patient", "read chart");
    }

    @Test
    void aListIsToldOfBeforeItIsRead() {
        var okafor = aProvider();

        events().addAhead(okafor, AuditEvent.ofList(PATIENT_LIST));

        assertThat(last()).satisfies(event -> {
            assertThat(event.action()).isEqualTo("read");
            assertThat(event.kind()).isEqualTo("patient_list");
            assertThat(event.objectId()).isNull();
            assertThat(event.providerId()).isEqualTo(okafor.id().value());
            assertThat(event.requestId()).isEqualTo(okafor.origin().request());
            assertThat(event.outcome()).isEqualTo(SUCCESS);
        });
    }

    @Test
    void whatIsReadOfAPatientIsToldOfBeforeItIsReadByWhoeverSeesThem() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var before = numberOfLast();

        events().addAhead(aProvider(), AuditEvent.ofPatient(Action.READ, CHART, patient));
        events().addAhead(okafor, AuditEvent.ofPatient(Action.READ, CHART, UUID.randomUUID()));
        events().addAhead(okafor, AuditEvent.ofPatient(Action.READ, CHART, patient));

        assertThat(trail().events(before, Long.MAX_VALUE, 100)).singleElement().satisfies(event -> {
            assertThat(event.providerId()).isEqualTo(okafor.id().value());
            assertThat(event.patientId()).isEqualTo(patient);
            assertThat(event.objectId()).isEqualTo(patient);
            assertThat(event.kind()).isEqualTo("chart");
        });
    }

    @Test
    void theNewestAccessComesFirst() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        events().add(okafor, SUCCESS, List.of(AuditEvent.ofPatient(Action.CREATE, PATIENT, patient)));
        events().add(okafor, SUCCESS, List.of(AuditEvent.ofPatient(Action.READ, CHART, patient)));
        var number = numberOfLast();

        var page = events().accesses(okafor, patient, 25, null);

        assertThat(page.next()).isNull();
        assertThat(page.items()).extracting(Access::action).containsExactly(Action.READ, Action.CREATE);
        assertThat(page.items().getFirst()).satisfies(access -> {
            assertThat(access.event()).isEqualTo(number);
            assertThat(access.at()).isEqualTo(last().recordedAt());
            assertThat(access.provider()).isEqualTo(okafor.id());
            assertThat(access.name())
                    .isEqualTo(providers()
                            .find(okafor.id())
                            .orElseThrow()
                            .value()
                            .details()
                            .name());
            assertThat(access.kind()).isEqualTo(CHART);
            assertThat(access.objectId()).isEqualTo(patient);
        });
    }

    @Test
    void accessesAreReadPageByPage() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        for (var i = 0; i < 5; i++)
            events().add(okafor, SUCCESS, List.of(AuditEvent.ofPatient(Action.READ, CHART, patient)));

        var read = new ArrayList<Long>();
        @Nullable Long before = null;
        do {
            var page = events().accesses(okafor, patient, 2, before);
            page.items().forEach(access -> read.add(access.event()));
            before = page.next();
        } while (before != null);

        assertThat(read).hasSize(5).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void aStrangerIsNotToldWhoLookedAtAPatient() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var stranger = aProvider();
        events().add(okafor, SUCCESS, List.of(AuditEvent.ofPatient(Action.READ, CHART, patient)));

        assertThat(events().accesses(stranger, patient, 25, null).items()).isEmpty();
        assertThat(events().accesses(okafor, UUID.randomUUID(), 25, null).items())
                .isEmpty();
    }

    @Test
    void whatWasRefusedWasNoAccess() {
        var okafor = aProvider();
        var patient = aPatientOf(okafor);
        var stranger = aProvider();
        events().add(stranger, "not-found", List.of(AuditEvent.ofPatient(Action.READ, CHART, patient)));

        assertThat(events().accesses(okafor, patient, 25, null).items()).isEmpty();
        assertThat(last().patientId()).isEqualTo(patient);
    }

    @Test
    void eventsAreExportedByTheirTime() {
        var okafor = aProvider();
        events().add(okafor, SUCCESS, List.of(AuditEvent.ofList(PATIENT_LIST)));
        var event = last();
        var exported = new ArrayList<StoredEvent>();
        var missed = new ArrayList<StoredEvent>();

        trail().export(event.recordedAt(), event.recordedAt().plusNanos(1000), exported::add);
        trail().export(Instant.EPOCH, event.recordedAt(), missed::add);

        assertThat(exported).contains(event);
        assertThat(missed).doesNotContain(event);
    }

    private StoredEvent last() {
        return trail().events(0, Long.MAX_VALUE, Integer.MAX_VALUE).getLast();
    }

    private long numberOfLast() {
        return trail().mark().lastEvent();
    }

    private Actor aProvider() {
        var provider = ProviderFixtures.provider();
        providers().add(provider);
        return new Actor(provider.id(), ProviderFixtures.origin().in(new SessionId(TimeOrderedIds.nextId())));
    }

    private UUID aPatientOf(Actor by) {
        var patient = walkIn(by.id());
        patients().add(by, patient);
        return patient.id().value();
    }
}
