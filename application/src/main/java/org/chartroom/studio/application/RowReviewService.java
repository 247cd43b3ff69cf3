package org.chartroom.studio.application;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.record.RecordDirectory;
import org.chartroom.record.RecordDirectory.Usual;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.RowView.Pointing;
import org.chartroom.studio.application.out.TableRows;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Filter.Comparison;
import org.chartroom.studio.domain.StudioRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each read leaves its event; the transaction is declared to read only, so it does not wait for that to be on disk. What a
 * page is made of is read from one snapshot: a chart whose patient is handed over meanwhile must not be without allergies.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class RowReviewService implements RowReview {

    private final TableRows rows;
    private final RecordDirectory records;
    private final AuditTrail trail;
    private final Clock clock;

    RowReviewService(TableRows rows, RecordDirectory records, AuditTrail trail, Clock clock) {
        this.rows = rows;
        this.records = records;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public TablePage page(Actor by, TableQuery query) {
        var here = query.filteredBy(query.filters().stream()
                .flatMap(filter -> filter.in(clock.getZone()).stream())
                .toList());
        var upToOneMore = rows.findPage(by, here).orElseThrow(() -> StudioRefusal.unknownRow(query.table()));
        var more = upToOneMore.size() > query.limit();
        var page = more ? upToOneMore.subList(0, query.limit()) : upToOneMore;
        if (query.backward()) page = page.reversed();
        tellOfList(by, query, page);
        return new TablePage(
                query,
                List.copyOf(page),
                query.backward() ? more : query.from() != null,
                query.backward() || more,
                names(by, query.columns(), page),
                clock.getZone());
    }

    @Override
    public RowView row(Actor by, ClinicTable table, RowId id) {
        var row = rows.find(by, table, id).orElseThrow(() -> StudioRefusal.unknownRow(table));
        trail.record(by, read(kind(table), id.value(), row.patient()));
        return new RowView(
                table,
                row,
                table.pointers().stream()
                        .map(pointer -> new Pointing(pointer, rows.count(by, pointer, id)))
                        .toList(),
                names(by, table.columns(), List.of(row)),
                clock.getZone());
    }

    @Override
    public ChartView chart(Actor by, PatientId patient) {
        var found = rows.find(by, ClinicTable.PATIENT, new RowId(patient.value()))
                .orElseThrow(() -> StudioRefusal.unknownPatient(patient));
        trail.record(by, AuditEvent.ofPatient(Action.READ, Reference.Kind.CHART, patient.value()));
        var about = new EnumMap<ClinicTable, List<TableRow>>(ClinicTable.class);
        for (var table : ClinicTable.values())
            if (table != ClinicTable.PROVIDER && table != ClinicTable.PATIENT)
                about.put(table, rows.findAbout(by, table, patient));
        var providers = new HashMap<>(names(by, ClinicTable.PATIENT.columns(), List.of(found)));
        providers.putAll(
                names(by, ClinicTable.APPOINTMENT.columns(), about.getOrDefault(ClinicTable.APPOINTMENT, List.of())));
        return new ChartView(
                found,
                about,
                rows.findSigned(by, patient),
                rows.findProvenance(by, patient),
                usual(by, found, about),
                providers,
                LocalDate.now(clock),
                Instant.now(clock),
                clock.getZone());
    }

    private Map<RowId, List<Usual>> usual(Actor by, TableRow patient, Map<ClinicTable, List<TableRow>> about) {
        var bornOn = LocalDate.parse(text(patient, "date_of_birth"));
        var days = about.getOrDefault(ClinicTable.APPOINTMENT, List.of()).stream()
                .collect(toMap(
                        visit -> visit.id().toString(),
                        visit -> LocalDate.ofInstant(Instant.parse(text(visit, "appointment_date")), clock.getZone())));
        return about.getOrDefault(ClinicTable.VITAL_SIGNS, List.of()).stream()
                .collect(toMap(
                        TableRow::id,
                        signs -> records.usual(
                                by,
                                bornOn,
                                Objects.requireNonNull(days.get(text(signs, "appointment_id")), "its own visit"))));
    }

    /** Of what is required. */
    private static String text(TableRow row, String column) {
        return Objects.requireNonNull(row.cell(column), column);
    }

    private Map<RowId, String> names(Actor by, List<Column> columns, Collection<TableRow> page) {
        var names = new HashMap<RowId, String>();
        for (var column : columns) {
            var table = column.references();
            if (table == ClinicTable.PATIENT || table == ClinicTable.PROVIDER)
                names.putAll(this.rows.names(by, table, pointedTo(column, page)));
        }
        return names;
    }

    private static List<RowId> pointedTo(Column column, Collection<TableRow> page) {
        return page.stream()
                .map(row -> row.cell(column.name()))
                .flatMap(Stream::ofNullable)
                .distinct()
                .map(id -> new RowId(UUID.fromString(id)))
                .toList();
    }

    /**
     * A list that is about one patient alone is told of that patient, and one of what was found and done at visits of each
     * patient in it: it shows more of them than that they are somebody's patients.
     */
    private void tellOfList(Actor by, TableQuery query, List<TableRow> page) {
        var table = query.table();
        var patients = page.stream()
                .map(TableRow::patient)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        if (page.isEmpty()) patients = askedFor(by, query);
        if (patients.isEmpty() || (patients.size() > 1 && !isClinical(table)))
            trail.record(by, AuditEvent.ofList(listKind(table)));
        else
            trail.record(
                    by,
                    patients.stream()
                            .map(patient -> read(listKind(table), null, patient))
                            .toArray(AuditEvent[]::new));
    }

    /** Whose rows a filter asks for by an id: that there are none says something of them. */
    private List<PatientId> askedFor(Actor by, TableQuery query) {
        var patients = new LinkedHashSet<PatientId>();
        for (var filter : query.filters()) {
            var table = filter.column().references();
            if (table == null || filter.comparison() != Comparison.EQUALS) continue;
            rows.find(by, table, new RowId(UUID.fromString(filter.value())))
                    .map(TableRow::patient)
                    .ifPresent(patients::add);
        }
        return List.copyOf(patients);
    }

    private static boolean isClinical(ClinicTable table) {
        return table != ClinicTable.PATIENT && table != ClinicTable.APPOINTMENT;
    }

    private static AuditEvent read(Reference.Kind kind, @Nullable UUID id, @Nullable PatientId patient) {
        return new AuditEvent(Action.READ, new Reference(kind, id), patient == null ? null : patient.value());
    }

    private static Reference.Kind kind(ClinicTable table) {
        return switch (table) {
            case PROVIDER -> Reference.Kind.PROVIDER;
            case PATIENT -> Reference.Kind.PATIENT;
            case ALLERGY -> Reference.Kind.ALLERGY;
            case CHRONIC_CONDITION -> Reference.Kind.CHRONIC_CONDITION;
            case APPOINTMENT -> Reference.Kind.APPOINTMENT;
            case MEDICAL_RECORD -> Reference.Kind.MEDICAL_RECORD;
            case SYMPTOM -> Reference.Kind.SYMPTOM;
            case PRESCRIPTION -> Reference.Kind.PRESCRIPTION;
            case VITAL_SIGNS -> Reference.Kind.VITAL_SIGNS;
        };
    }

    private static Reference.Kind listKind(ClinicTable table) {
        return switch (table) {
            case PROVIDER -> Reference.Kind.PROVIDER_LIST;
            case PATIENT -> Reference.Kind.PATIENT_LIST;
            case ALLERGY -> Reference.Kind.ALLERGY_LIST;
            case CHRONIC_CONDITION -> Reference.Kind.CHRONIC_CONDITION_LIST;
            case APPOINTMENT -> Reference.Kind.APPOINTMENT_LIST;
            case MEDICAL_RECORD -> Reference.Kind.MEDICAL_RECORD_LIST;
            case SYMPTOM -> Reference.Kind.SYMPTOM_LIST;
            case PRESCRIPTION -> Reference.Kind.PRESCRIPTION_LIST;
            case VITAL_SIGNS -> Reference.Kind.VITAL_SIGNS_LIST;
        };
    }
}
