package org.chartroom.patient.application.out;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Version;
import org.chartroom.kernel.VersionClock;
import org.chartroom.kernel.Versioned;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.PatientView.AllergyView;
import org.chartroom.patient.application.PatientView.ChronicConditionView;
import org.chartroom.patient.domain.Allergy;
import org.chartroom.patient.domain.ChronicCondition;
import org.chartroom.patient.domain.Patient;
import org.chartroom.patient.domain.PatientDetails;
import org.chartroom.patient.domain.PatientRefusal;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.InMemoryProviders;

public final class InMemoryPatients implements Patients {

    private final Map<PatientId, PatientView> byId = new LinkedHashMap<>();
    private final Map<PatientId, Set<ProviderId>> attending = new LinkedHashMap<>();
    private final InMemoryProviders providers;
    private final VersionClock clock = new VersionClock();

    public InMemoryPatients(InMemoryProviders providers) {
        this.providers = providers;
    }

    /** The patients on whose care team the actor is, in no order that anybody should rely on. */
    public Stream<PatientView> seenBy(Actor by) {
        return byId.values().stream()
                .filter(patient -> isOf(by, patient)
                        || attending.getOrDefault(patient.id(), Set.of()).contains(by.id()));
    }

    /** All that there are. */
    public Stream<PatientView> all() {
        return byId.values().stream();
    }

    public static boolean isOf(Actor by, PatientView patient) {
        return patient.providerId().equals(by.id());
    }

    public Optional<PatientView> findView(Actor by, PatientId id) {
        return seenBy(by).filter(patient -> patient.id().equals(id)).findAny();
    }

    /** From now on the provider is on the patient's care team: there is an appointment between the two. */
    public void attend(PatientId patient, ProviderId provider) {
        attending.computeIfAbsent(patient, _ -> new HashSet<>()).add(provider);
    }

    /** The last appointment between the two is gone. */
    public void leave(PatientId patient, ProviderId provider) {
        attending.getOrDefault(patient, Set.of()).remove(provider);
    }

    @Override
    public Optional<Versioned<Patient>> find(Actor by, PatientId id) {
        return findView(by, id).map(stored -> new Versioned<>(patient(stored), stored.version()));
    }

    @Override
    public Versioned<Patient> lock(Actor by, PatientId id) {
        var stored = get(by, id);
        if (!stored.value().provider().equals(by.id())) throw PatientRefusal.notTheActors(id);
        return stored;
    }

    @Override
    public void lockToRemove(Actor by, PatientId id, Version seen) {
        toChange(by, id, seen);
    }

    @Override
    public List<PatientId> namesakes(Actor by, PatientDetails details) {
        return byId.values().stream()
                .filter(patient -> isOf(by, patient) && isNamesake(patient.details(), details))
                .map(PatientView::id)
                .sorted(Comparator.comparing(PatientId::toString))
                .toList();
    }

    @Override
    public Version add(Actor by, Patient patient) {
        if (!patient.provider().equals(by.id())) throw new IllegalArgumentException("not the actor's patient");
        var now = clock.next();
        return put(patient, List.of(), List.of(), now.at(), now);
    }

    @Override
    public Version replace(Actor by, Patient patient, Version seen) {
        var stored = toChange(by, patient.id(), seen);
        return put(patient, stored.allergies(), stored.chronicConditions(), stored.createdAt(), clock.next());
    }

    @Override
    public Version transfer(Actor by, PatientId id, ProviderId receiver, Version seen) {
        if (providers.hold(receiver).filter(account -> !account.disabled()).isEmpty()) {
            get(by, id);
            throw InvalidInput.of("providerId", "unknown", "must be a provider of the clinic whose account is open");
        }
        var stored = toChange(by, id, seen);
        var now = clock.next();
        byId.put(
                id,
                new PatientView(
                        id,
                        receiver,
                        stored.details(),
                        stored.allergies(),
                        stored.chronicConditions(),
                        stored.createdAt(),
                        now.at()));
        return now;
    }

    @Override
    public void remove(Actor by, PatientId id) {
        lock(by, id);
        byId.remove(id);
    }

    private static boolean isNamesake(PatientDetails one, PatientDetails other) {
        return one.dateOfBirth().equals(other.dateOfBirth())
                && Folded.text(one.name().firstName())
                        .equals(Folded.text(other.name().firstName()))
                && Folded.text(one.name().lastName())
                        .equals(Folded.text(other.name().lastName()));
    }

    private PatientView toChange(Actor by, PatientId id, Version seen) {
        var stored = findView(by, id).orElseThrow(() -> PatientRefusal.unknown(id));
        if (!isOf(by, stored)) throw PatientRefusal.notTheActors(id);
        if (!stored.version().equals(seen)) throw PatientRefusal.stale(id, stored.version());
        return stored;
    }

    private Version put(
            Patient patient,
            List<AllergyView> storedAllergies,
            List<ChronicConditionView> storedConditions,
            Instant createdAt,
            Version now) {
        byId.put(
                patient.id(),
                new PatientView(
                        patient.id(),
                        patient.provider(),
                        patient.details(),
                        patient.allergies().stream()
                                .map(allergy -> view(allergy, storedAllergies, now.at()))
                                .sorted(Comparator.comparing(AllergyView::createdAt)
                                        .thenComparing(view -> view.id().toString()))
                                .toList(),
                        patient.chronicConditions().stream()
                                .map(condition -> view(condition, storedConditions, now.at()))
                                .sorted(Comparator.comparing(ChronicConditionView::createdAt)
                                        .thenComparing(view -> view.id().toString()))
                                .toList(),
                        createdAt,
                        now.at()));
        return now;
    }

    private static AllergyView view(Allergy allergy, List<AllergyView> stored, Instant now) {
        return stored.stream()
                .filter(before -> before.id().equals(allergy.id()))
                .map(before -> before.details().equals(allergy.details())
                        ? before
                        : new AllergyView(allergy.id(), allergy.details(), before.createdAt(), now))
                .findAny()
                .orElseGet(() -> new AllergyView(allergy.id(), allergy.details(), now, now));
    }

    private static ChronicConditionView view(
            ChronicCondition condition, List<ChronicConditionView> stored, Instant now) {
        return stored.stream()
                .filter(before -> before.id().equals(condition.id()))
                .map(before -> before.details().equals(condition.details())
                        ? before
                        : new ChronicConditionView(condition.id(), condition.details(), before.createdAt(), now))
                .findAny()
                .orElseGet(() -> new ChronicConditionView(condition.id(), condition.details(), now, now));
    }

    private static Patient patient(PatientView stored) {
        return new Patient(
                stored.id(),
                stored.providerId(),
                stored.details(),
                stored.allergies().stream()
                        .map(allergy -> new Allergy(allergy.id(), allergy.details()))
                        .toList(),
                stored.chronicConditions().stream()
                        .map(condition -> new ChronicCondition(condition.id(), condition.details()))
                        .toList());
    }
}
