package org.chartroom.studio.application.out;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.out.InMemoryAppointments;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.out.InMemoryPatients;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.ProviderView;
import org.chartroom.provider.application.out.InMemoryProviders;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.out.InMemoryMedicalRecords;
import org.chartroom.record.application.out.InMemoryVitalSignsReadings;
import org.chartroom.record.domain.Addendum;
import org.chartroom.record.domain.Decision.Verdict;
import org.chartroom.record.domain.Evidence;
import org.chartroom.record.domain.Proposal;
import org.chartroom.record.domain.Proposed;
import org.chartroom.record.domain.Signature;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.ProvenanceView;
import org.chartroom.studio.application.SignedView;
import org.chartroom.studio.application.TableQuery;
import org.chartroom.studio.application.TableRow;
import org.chartroom.studio.application.Tally;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Column;
import org.chartroom.studio.domain.Filter;
import org.chartroom.studio.domain.Sorting;
import org.jspecify.annotations.Nullable;

public final class InMemoryTableRows implements TableRows {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final InMemoryProviders providers;
    private final InMemoryPatients patients;
    private final InMemoryAppointments appointments;
    private final InMemoryMedicalRecords records;
    private final InMemoryVitalSignsReadings readings;

    public InMemoryTableRows(
            InMemoryProviders providers,
            InMemoryPatients patients,
            InMemoryAppointments appointments,
            InMemoryMedicalRecords records,
            InMemoryVitalSignsReadings readings) {
        this.providers = providers;
        this.patients = patients;
        this.appointments = appointments;
        this.records = records;
        this.readings = readings;
    }

    @Override
    public Optional<List<TableRow>> findPage(Actor by, TableQuery query) {
        var sorting = query.backward() ? query.sorting().reversed() : query.sorting();
        var order = order(sorting);
        var from = query.from();
        var place = from == null ? null : find(by, query.table(), from).orElse(null);
        if (from != null && place == null) return Optional.empty();
        return Optional.of(all(by, query.table())
                .filter(row -> query.filters().stream().allMatch(filter -> passes(row, filter)))
                .filter(row -> place == null || order.compare(row, place) > 0)
                .sorted(order)
                .limit(query.limit() + 1L)
                .map(row -> shown(row, query))
                .toList());
    }

    private static TableRow shown(TableRow row, TableQuery query) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : query.columns()) {
            var text = row.cell(column.name());
            if (text != null) cells.put(column.name(), column.kind() == Column.Kind.LONG_TEXT ? beginning(text) : text);
        }
        return new TableRow(row.id(), row.patient(), cells);
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= TableRow.BEGINNING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TableRow.BEGINNING));
    }

    /** Rows with nothing in the column are the greatest. */
    private static Comparator<TableRow> order(Sorting sorting) {
        Comparator<TableRow> order = (_, _) -> 0;
        for (var name : sorting.column().order())
            order = order.thenComparing(
                    row -> key(sorting.column(), row.cell(name)), Comparator.nullsLast(Comparator.naturalOrder()));
        order = order.thenComparing(row -> row.id().toString());
        return sorting.descending() ? order.reversed() : order;
    }

    /** An enum's values are in the order in which they are listed. */
    private static @Nullable String key(Column column, @Nullable String text) {
        if (text == null || column.kind() != Column.Kind.LABEL) return text;
        return "%03d".formatted(column.labels().indexOf(text));
    }

    private static boolean passes(TableRow row, Filter filter) {
        var text = row.cell(filter.column().name());
        if (text == null) return filter.comparison() == Filter.Comparison.IS_EMPTY;
        var kind = filter.column().kind();
        return switch (filter.comparison()) {
            case EQUALS -> comparable(kind, text).equals(comparable(kind, filter.value()));
            case STARTS_WITH ->
                text.toLowerCase(Locale.ROOT).startsWith(filter.value().toLowerCase(Locale.ROOT));
            case BEFORE -> compare(kind, text, filter.value()) < 0;
            case AFTER -> compare(kind, text, filter.value()) > 0;
            case IS_EMPTY -> false;
        };
    }

    private static int compare(Column.Kind kind, String text, String other) {
        return switch (kind) {
            case WHOLE, DECIMAL -> new BigDecimal(text).compareTo(new BigDecimal(other));
            default -> comparable(kind, text).compareTo(comparable(kind, other));
        };
    }

    private static String comparable(Column.Kind kind, String text) {
        return switch (kind) {
            case INSTANT -> MICROSECONDS.format(Instant.parse(text));
            case DECIMAL -> new BigDecimal(text).stripTrailingZeros().toPlainString();
            default -> text;
        };
    }

    @Override
    public Optional<TableRow> find(Actor by, ClinicTable table, RowId id) {
        return all(by, table).filter(row -> row.id().equals(id)).findAny();
    }

    @Override
    public List<TableRow> findAbout(Actor by, ClinicTable table, PatientId patient) {
        return all(by, table)
                .filter(row -> patient.equals(row.patient()))
                .map(InMemoryTableRows::inChart)
                .sorted(Comparator.comparing((TableRow row) -> Objects.requireNonNull(row.cell("created_at")))
                        .thenComparing(row -> row.id().toString()))
                .toList();
    }

    private static TableRow inChart(TableRow row) {
        var cells = new HashMap<>(row.cells());
        cells.computeIfPresent("ai_transcript", (_, text) -> text.substring(0, text.offsetByCodePoints(0, 1)));
        return new TableRow(row.id(), row.patient(), cells);
    }

    @Override
    public List<SignedView> findSigned(Actor by, PatientId patient) {
        return records(by)
                .filter(record -> record.patientId().equals(patient))
                .flatMap(record -> Stream.concat(
                        records.signaturesOf(record.id()).stream().map(InMemoryTableRows::signature),
                        records.addendaOf(record.id()).stream().map(InMemoryTableRows::addendum)))
                .sorted(Comparator.comparing(SignedView::signedAt)
                        .thenComparing(signed -> signed.record().toString()))
                .toList();
    }

    private static SignedView signature(Signature signature) {
        return new SignedView(
                new RowId(signature.record().value()),
                SignedView.Kind.valueOf(signature.meaning().name()),
                signature.signer(),
                signature.signedAt(),
                null);
    }

    private static SignedView addendum(Addendum addendum) {
        return new SignedView(
                new RowId(addendum.record().value()),
                SignedView.Kind.ADDENDUM,
                addendum.signer(),
                addendum.signedAt(),
                addendum.text());
    }

    @Override
    public List<ProvenanceView> findProvenance(Actor by, PatientId patient) {
        return records(by)
                .filter(record -> record.patientId().equals(patient))
                .flatMap(record -> records.proposalsOf(record.id()).stream())
                .filter(proposal -> proposal.accepted() != null)
                .map(proposal -> provenance(by, proposal))
                .sorted(Comparator.comparing(ProvenanceView::decidedAt))
                .toList();
    }

    private ProvenanceView provenance(Actor by, Proposal proposal) {
        var decision = Objects.requireNonNull(proposal.decision());
        var decider = new RowId(decision.by().value());
        return new ProvenanceView(
                new RowId(proposal.record().value()),
                decision.fact() == null ? null : new RowId(decision.fact().value()),
                proposal.proposed() instanceof Proposed.SectionText section
                        ? section.part().name().toLowerCase(Locale.ROOT)
                        : null,
                proposal.grounds().evidence().stream().map(Evidence::quote).toList(),
                proposal.grounds().valueNotInEvidence(),
                proposal.engine().name() + " " + proposal.engine().version(),
                decision.verdict() == Verdict.EDITED,
                Objects.requireNonNull(
                        names(by, ClinicTable.PROVIDER, List.of(decider)).get(decider)),
                decision.at());
    }

    @Override
    public long count(Actor by, ClinicTable.Pointer pointer, RowId to) {
        return all(by, pointer.table())
                .filter(row -> to.toString().equals(row.cell(pointer.column().name())))
                .count();
    }

    @Override
    public Tally tally(Actor by, ClinicTable table) {
        return new Tally(table, all(by, table).count(), false);
    }

    @Override
    public Map<RowId, String> names(Actor by, ClinicTable table, Collection<RowId> ids) {
        return all(by, table)
                .filter(row -> ids.contains(row.id()))
                .collect(toMap(TableRow::id, row -> row.cell("last_name") + ", " + row.cell("first_name")));
    }

    private Stream<TableRow> all(Actor by, ClinicTable table) {
        return switch (table) {
            case PROVIDER ->
                providers.accounts().stream()
                        .flatMap(account -> providers.findView(account.id()).stream())
                        .map(provider -> provider(provider, by.id()));
            case PATIENT -> patients.seenBy(by).map(InMemoryTableRows::patient);
            case ALLERGY -> patients.seenBy(by).flatMap(InMemoryTableRows::allergies);
            case CHRONIC_CONDITION -> patients.seenBy(by).flatMap(InMemoryTableRows::conditions);
            case APPOINTMENT -> appointments.seenBy(by).map(InMemoryTableRows::appointment);
            case MEDICAL_RECORD -> records(by).map(record -> record(record));
            case SYMPTOM -> records(by).flatMap(InMemoryTableRows::symptoms);
            case PRESCRIPTION -> records(by).flatMap(InMemoryTableRows::prescriptions);
            case VITAL_SIGNS ->
                appointments
                        .seenBy(by)
                        .flatMap(visit ->
                                readings.of(visit.id()).stream().map(signs -> vitalSigns(signs, visit.patientId())));
        };
    }

    private Stream<MedicalRecordView> records(Actor by) {
        return appointments.seenBy(by).flatMap(visit -> records.of(visit.id()).stream());
    }

    private static TableRow provider(ProviderView provider, ProviderId actor) {
        var own = provider.id().equals(actor);
        var details = provider.details();
        return new Cells(provider.id().value(), null)
                .put("email", own ? details.email().value() : null)
                .put("first_name", details.name().firstName())
                .put("last_name", details.name().lastName())
                .put("specialty", details.specialty())
                .put("license_number", own ? details.licenseNumber() : null)
                .put("phone", own ? details.phone() : null)
                .put("created_at", own ? MICROSECONDS.format(provider.createdAt()) : null)
                .put("updated_at", own ? MICROSECONDS.format(provider.updatedAt()) : null)
                .row();
    }

    private static TableRow patient(PatientView patient) {
        var details = patient.details();
        return new Cells(patient.id().value(), patient.id())
                .put("provider_id", patient.providerId())
                .put("first_name", details.name().firstName())
                .put("last_name", details.name().lastName())
                .put("date_of_birth", details.dateOfBirth())
                .put("sex", details.sex())
                .put("phone", details.contact().phone())
                .put(
                        "email",
                        details.contact().email() == null
                                ? null
                                : details.contact().email().value())
                .put("address", details.address().address())
                .put("city", details.address().city())
                .put("state", details.address().state())
                .put("zip_code", details.address().zipCode())
                .put("emergency_contact_name", details.emergencyContact().emergencyContactName())
                .put("emergency_contact_phone", details.emergencyContact().emergencyContactPhone())
                .put("insurance_provider", details.insurance().insuranceProvider())
                .put("insurance_policy_number", details.insurance().insurancePolicyNumber())
                .put("notes", details.notes())
                .row(patient.createdAt(), patient.updatedAt());
    }

    private static Stream<TableRow> allergies(PatientView patient) {
        return patient.allergies().stream()
                .map(allergy -> new Cells(allergy.id().value(), patient.id())
                        .put("patient_id", patient.id())
                        .put("allergen", allergy.details().allergen())
                        .put("severity", allergy.details().severity())
                        .put("reaction", allergy.details().reaction())
                        .row(allergy.createdAt(), allergy.updatedAt()));
    }

    private static Stream<TableRow> conditions(PatientView patient) {
        return patient.chronicConditions().stream()
                .map(condition -> new Cells(condition.id().value(), patient.id())
                        .put("patient_id", patient.id())
                        .put("condition", condition.details().condition())
                        .put("diagnosed_date", condition.details().diagnosedDate())
                        .put("notes", condition.details().notes())
                        .row(condition.createdAt(), condition.updatedAt()));
    }

    private static TableRow appointment(AppointmentView visit) {
        return new Cells(visit.id().value(), visit.patientId())
                .put("patient_id", visit.patientId())
                .put("provider_id", visit.providerId())
                .put("appointment_date", MICROSECONDS.format(visit.appointmentDate()))
                .put("appointment_type", visit.appointmentType())
                .put("status", visit.status())
                .put("reason", visit.reason())
                .put("notes", visit.notes())
                .row(visit.createdAt(), visit.updatedAt());
    }

    private static TableRow record(MedicalRecordView record) {
        return new Cells(record.id().value(), record.patientId())
                .put("appointment_id", record.appointmentId())
                .put("chief_complaint", record.note().chiefComplaint())
                .put("subjective", record.note().subjective())
                .put("objective", record.note().objective())
                .put("assessment", record.note().assessment())
                .put("plan", record.note().plan())
                .put("ai_transcript", record.scribe().aiTranscript())
                .put("ai_summary", record.scribe().aiSummary())
                .row(record.createdAt(), record.updatedAt());
    }

    private static Stream<TableRow> symptoms(MedicalRecordView record) {
        return record.symptoms().stream()
                .map(symptom -> new Cells(symptom.id().value(), record.patientId())
                        .put("medical_record_id", record.id())
                        .put("name", symptom.details().name())
                        .put("severity", symptom.details().severity())
                        .put("duration", symptom.details().duration())
                        .put("notes", symptom.details().notes())
                        .put("ai_generated", symptom.details().aiGenerated())
                        .row(symptom.createdAt(), symptom.updatedAt()));
    }

    private static Stream<TableRow> prescriptions(MedicalRecordView record) {
        return record.prescriptions().stream()
                .map(ordered -> new Cells(ordered.id().value(), record.patientId())
                        .put("medical_record_id", record.id())
                        .put("medication", ordered.details().medication())
                        .put("dosage", ordered.details().dosage())
                        .put("frequency", ordered.details().frequency())
                        .put("duration", ordered.details().duration())
                        .put("quantity", ordered.details().quantity())
                        .put("refills", ordered.details().refills())
                        .put("instructions", ordered.details().instructions())
                        .put("ai_generated", ordered.details().aiGenerated())
                        .row(ordered.createdAt(), ordered.updatedAt()));
    }

    private static TableRow vitalSigns(InMemoryVitalSignsReadings.Stored signs, PatientId patient) {
        var measured = signs.measurements();
        var pressure = measured.bloodPressure();
        return new Cells(signs.id().value(), patient)
                .put("appointment_id", signs.appointmentId())
                .put("blood_pressure_systolic", pressure == null ? null : pressure.systolic())
                .put("blood_pressure_diastolic", pressure == null ? null : pressure.diastolic())
                .put("heart_rate", measured.heartRate())
                .put("temperature", measured.temperature())
                .put("respiratory_rate", measured.respiratoryRate())
                .put("oxygen_saturation", measured.oxygenSaturation())
                .put("weight", measured.weight())
                .put("height", measured.height())
                .row(signs.createdAt(), signs.updatedAt());
    }

    private static final class Cells {

        private final RowId id;
        private final @Nullable PatientId patient;
        private final Map<String, String> cells = new LinkedHashMap<>();

        Cells(UUID id, @Nullable PatientId patient) {
            this.id = new RowId(id);
            this.patient = patient;
            put("id", id);
        }

        Cells put(String column, @Nullable Object value) {
            if (value != null) cells.put(column, value.toString());
            return this;
        }

        TableRow row(Instant createdAt, Instant updatedAt) {
            return put("created_at", MICROSECONDS.format(createdAt))
                    .put("updated_at", MICROSECONDS.format(updatedAt))
                    .row();
        }

        TableRow row() {
            return new TableRow(id, patient, cells);
        }
    }
}
