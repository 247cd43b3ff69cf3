package org.chartroom.record.application.out;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartroom.audit.Action;
import org.chartroom.audit.Reference;
import org.chartroom.audit.Reference.Kind;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.VersionClock;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.Chart;
import org.chartroom.record.application.RecordVersion;
import org.chartroom.record.application.Snapshot;
import org.chartroom.record.application.VersionView;
import org.chartroom.record.domain.MedicalRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Looks at every chart after each call of a port that it {@link #watch watches}, and keeps what is new. */
public final class InMemoryVersions implements Versions {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A patient's chart from an instant on. */
    private record State(Instant from, Actor by, JsonNode chart, JsonNode short_, Map<UUID, MedicalRecord> records) {}

    private final Map<PatientId, List<State>> states = new HashMap<>();
    private final VersionClock clock = new VersionClock();
    private final InMemoryProviders providers;
    private final InMemoryPatients patients;
    private final InMemoryCharts charts;

    public InMemoryVersions(InMemoryProviders providers, InMemoryPatients patients, InMemoryCharts charts) {
        this.providers = providers;
        this.patients = patients;
        this.charts = charts;
    }

    public <T> T watch(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        var result = method.invoke(port, arguments);
                        keep((Actor) arguments[0]);
                        return result;
                    } catch (InvocationTargetException e) {
                        if (e.getCause() instanceof RuntimeException refusal) throw refusal;
                        throw new UndeclaredThrowableException(e);
                    }
                }));
    }

    private void keep(Actor by) {
        var now = clock.next().at();
        patients.all().toList().forEach(patient -> {
            var own = Actor.onCommandLine(patient.providerId());
            var chart = json(charts.find(own, patient.id(), true));
            var kept = states.computeIfAbsent(patient.id(), _ -> new ArrayList<>());
            if (!kept.isEmpty() && kept.getLast().chart().equals(chart)) return;
            var records = new HashMap<UUID, MedicalRecord>();
            for (var appointment : chart.get("appointments"))
                if (appointment.get("record").isObject()) {
                    var id = UUID.fromString(appointment.get("record").get("id").stringValue());
                    charts.findRecord(own, new MedicalRecordId(id)).ifPresent(view -> records.put(id, view.record()));
                }
            kept.add(new State(now, by, chart, json(charts.find(own, patient.id(), false)), records));
        });
    }

    private static JsonNode json(Optional<Chart> chart) {
        return JSON.readTree(chart.orElseThrow().json());
    }

    @Override
    public Page<VersionView, Integer> page(Actor by, Reference of, int limit, @Nullable Integer before) {
        var upToOneMore = snapshots(by, of).reversed().stream()
                .map(Snapshot::version)
                .filter(version -> before == null || version.number() < before)
                .limit(limit + 1L)
                .toList();
        return Page.of(upToOneMore, limit, VersionView::number);
    }

    @Override
    public Optional<Snapshot> find(Actor by, Reference of, int number) {
        return snapshots(by, of).stream()
                .filter(snapshot -> snapshot.version().number() == number)
                .findAny();
    }

    @Override
    public Optional<RecordVersion> findRecord(Actor by, MedicalRecordId id, int number) {
        return find(by, new Reference(Kind.MEDICAL_RECORD, id.value()), number)
                .map(Snapshot::version)
                .map(version -> new RecordVersion(
                        version,
                        stateOf(version.patientId(), version.recordedAt())
                                .map(state -> state.records().get(id.value()))
                                .orElse(null)));
    }

    @Override
    public Optional<Chart> findChart(Actor by, PatientId patient, Instant asOf, boolean transcripts) {
        return patients.findView(by, patient)
                .flatMap(_ -> stateOf(patient, asOf))
                .map(state -> transcripts ? state.chart() : state.short_())
                .map(chart -> new Chart(chart.toString()));
    }

    private Optional<State> stateOf(PatientId patient, Instant asOf) {
        return states.getOrDefault(patient, List.of()).reversed().stream()
                .filter(state -> !state.from().isAfter(asOf))
                .findFirst();
    }

    private List<Snapshot> snapshots(Actor by, Reference of) {
        var snapshots = new ArrayList<Snapshot>();
        states.forEach((patient, kept) -> {
            if (patients.findView(by, patient).isEmpty()) return;
            JsonNode before = null;
            var own = of.id();
            for (var state : kept) {
                var content = content(of.kind(), requireNonNull(of.id()), state.chart());
                if (content == null ? before == null : content.equals(before)) continue;
                var action = content == null ? Action.DELETE : before == null ? Action.CREATE : Action.UPDATE;
                if (content != null && content.has("id"))
                    own = UUID.fromString(content.get("id").stringValue());
                var version = new VersionView(
                        patient,
                        new Reference(of.kind(), own),
                        snapshots.size() + 1,
                        state.from(),
                        action,
                        state.by().id(),
                        providers
                                .findView(state.by().id())
                                .map(view -> view.details().name())
                                .orElse(null),
                        state.by().origin());
                snapshots.add(new Snapshot(version, content == null ? null : content.toString()));
                before = content;
            }
        });
        return snapshots;
    }

    private static @Nullable JsonNode content(Kind of, UUID id, JsonNode chart) {
        if (of == Kind.PATIENT)
            return chart.at("/patient/id").stringValue().equals(id.toString())
                    ? ((ObjectNode) chart.deepCopy()).without("appointments")
                    : null;
        for (var appointment : chart.get("appointments")) {
            var itself = appointment.get("id").stringValue().equals(id.toString());
            var record = appointment.get("record");
            switch (of) {
                case APPOINTMENT -> {
                    if (itself) return ((ObjectNode) appointment.deepCopy()).without(List.of("vitalSigns", "record"));
                }
                case VITAL_SIGNS -> {
                    if (itself) return appointment.get("vitalSigns").isNull() ? null : appointment.get("vitalSigns");
                }
                default -> {
                    if (record.isObject() && record.get("id").stringValue().equals(id.toString()))
                        return ((ObjectNode) record.deepCopy()).without(List.of("signatures", "addenda", "provenance"));
                }
            }
        }
        return null;
    }
}
