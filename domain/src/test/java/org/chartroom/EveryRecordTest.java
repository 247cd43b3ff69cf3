package org.chartroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartroom.appointment.domain.HoursException;
import org.chartroom.appointment.domain.Stretch;
import org.chartroom.appointment.domain.TimeOfDay;
import org.chartroom.appointment.domain.TimeSpan;
import org.chartroom.appointment.domain.WeeklyHours;
import org.chartroom.appointment.domain.WorkingHours;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.domain.Hash;
import org.chartroom.audit.domain.Seal;
import org.chartroom.audit.domain.SealHead;
import org.chartroom.audit.domain.SealedEvent;
import org.chartroom.audit.domain.StoredSeal;
import org.chartroom.audit.domain.Verdict;
import org.chartroom.idempotency.IdempotencyKey;
import org.chartroom.idempotency.domain.Fingerprint;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.Versioned;
import org.chartroom.kernel.Violation;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.domain.PhoneRegion;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.Session;
import org.chartroom.provider.domain.SessionLimits;
import org.chartroom.provider.domain.SignInTries;
import org.chartroom.provider.domain.ThrottleLimits;
import org.chartroom.studio.domain.ClinicTable.Pointer;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Demo;
import org.chartroom.studio.domain.Sorting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class EveryRecordTest {

    static final List<Class<?>> IDS = Records.besides(Redacted.class).stream()
            .filter(EveryRecordTest::isAnId)
            .toList();

    private static final List<Class<?>> WITHOUT_PATIENT_DATA_OF_THEIR_OWN = List.of(
            Actor.class,
            AccountEvent.class,
            AuditEvent.class,
            Hash.class,
            HoursException.class,
            Reference.class,
            Seal.class,
            SealHead.class,
            SealedEvent.class,
            StoredSeal.class,
            Stretch.class,
            TimeOfDay.class,
            TimeSpan.class,
            Verdict.class,
            Fingerprint.class,
            IdempotencyKey.class,
            Origin.class,
            PhoneRegion.class,
            Page.class,
            Session.class,
            SessionLimits.class,
            SignInTries.class,
            ThrottleLimits.class,
            Version.class,
            Versioned.class,
            Violation.class,
            WeeklyHours.class,
            WorkingHours.class,
            Column.class,
            Demo.class,
            Pointer.class,
            Sorting.class);

    static final List<Record> WITH_LISTS = Samples.ALL.values().stream()
            .filter(sample -> !lists(sample).isEmpty())
            .toList();

    @ParameterizedTest
    @MethodSource("recordsOfPeople")
    void whatIsKnownOfAPersonNeverPrints(Class<?> type) {
        assertThat(Samples.ALL.get(type)).hasToString(type.getSimpleName() + "[redacted]");
    }

    @Test
    void theIdsAreFound() {
        assertThat(IDS).contains(PatientId.class, ProviderId.class);
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void anIdPrintsAsItsUuid(Class<?> type) throws ReflectiveOperationException {
        var uuid = UUID.randomUUID();

        assertThat(type.getConstructor(UUID.class).newInstance(uuid)).hasToString(uuid.toString());
    }

    @ParameterizedTest
    @FieldSource("WITH_LISTS")
    void aListIsTheRecordsOwn(Record sample) {
        lists(sample).forEach((name, list) -> {
            var handedOver = new ArrayList<Object>(list);
            var copy = Records.with(sample, name, handedOver);

            handedOver.clear();

            assertThat(Records.get(copy, name)).isEqualTo(list);
        });
    }

    @ParameterizedTest
    @FieldSource("WITH_LISTS")
    void aListIsNotChangedFromOutside(Record sample) {
        lists(sample)
                .values()
                .forEach(list -> assertThatExceptionOfType(UnsupportedOperationException.class)
                        .isThrownBy(list::clear));
    }

    static Stream<Class<?>> recordsOfPeople() {
        return Records.besides(Redacted.class).stream()
                .filter(type -> !IDS.contains(type) && !WITHOUT_PATIENT_DATA_OF_THEIR_OWN.contains(type));
    }

    private static boolean isAnId(Class<?> type) {
        var components = type.getRecordComponents();
        return type.getSimpleName().endsWith("Id")
                && components.length == 1
                && components[0].getType().equals(UUID.class);
    }

    private static Map<String, List<?>> lists(Record sample) {
        var lists = new LinkedHashMap<String, List<?>>();
        for (var component : sample.getClass().getRecordComponents())
            if (Records.get(sample, component.getName()) instanceof List<?> list) lists.put(component.getName(), list);
        return lists;
    }
}
