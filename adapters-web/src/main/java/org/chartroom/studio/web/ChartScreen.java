package org.chartroom.studio.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.record.RecordDirectory.Usual;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.ChartView;
import org.chartroom.studio.application.ProvenanceView;
import org.chartroom.studio.application.TableRow;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.web.Trend.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a patient, as the page of the chart shows it.
 *
 * @param parts of each table whose rows are parts of a visit or of a record: by the id of that
 */
@Phi
record ChartScreen(ChartView view, Veil veil, Map<ClinicTable, Map<String, List<TableRow>>> parts) {

    private static final List<String> MOST_SEVERE_FIRST = List.of("life_threatening", "severe", "moderate", "mild");
    private static final int BODY_MASS_INDEX_SCALE = 10_000;

    static ChartScreen of(ChartView view, Veil veil) {
        var parts = new EnumMap<ClinicTable, Map<String, List<TableRow>>>(ClinicTable.class);
        for (var table : List.of(ClinicTable.MEDICAL_RECORD, ClinicTable.VITAL_SIGNS))
            parts.put(table, by("appointment_id", view.of(table)));
        for (var table : List.of(ClinicTable.SYMPTOM, ClinicTable.PRESCRIPTION))
            parts.put(table, by("medical_record_id", view.of(table)));
        return new ChartScreen(view, veil, parts);
    }

    private static Map<String, List<TableRow>> by(String column, List<TableRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> Cell.required(row, column)));
    }

    /** An allergy or a condition. */
    @Phi
    record Note(
            String name,
            @Nullable String kind,
            @Nullable String label,
            @Nullable String remark) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** By which words a scribe proposed something, and who accepted it. */
    @Phi
    record Source(List<String> quotes, String said, boolean doubtful) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A part of a note, or of what was measured. */
    @Phi
    record Part(String letter, String name, String text, List<Source> sources) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** What a visit found or ordered; {@code ai} tells that the scribe proposed it. */
    @Phi
    record Item(String name, List<String> details, boolean ai, List<Source> sources) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A name that somebody put to a record, or an addendum that they signed. */
    @Phi
    record Signed(String said, @Nullable String text) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A visit, planned or past. */
    @Phi
    record Visit(
            String href,
            String at,
            boolean ahead,
            String type,
            String status,
            String statusKind,
            @Nullable String provider,
            @Nullable String reason,
            @Nullable String notes,
            List<String> measured,
            List<Source> measuredFrom,
            @Nullable String complaint,
            List<Part> soap,
            List<Item> symptoms,
            List<Item> prescriptions,
            List<Signed> signed,
            @Nullable String summary,
            boolean transcript,
            @Nullable String record) {

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    public String name() {
        return veil.over(of("first_name") + " " + of("last_name"));
    }

    public String href() {
        return Cell.address(ClinicTable.PATIENT, view.patient().id().toString());
    }

    public String id() {
        return Words.shortId(view.patient().id().toString());
    }

    public String born() {
        return veil.over(Words.day(bornOn()));
    }

    /** In years, and in months where that says more. */
    public String age() {
        var age = Period.between(bornOn(), view.today());
        if (age.getYears() >= 2) return age.getYears() + " years";
        return age.toTotalMonths() + (age.toTotalMonths() == 1 ? " month" : " months");
    }

    private LocalDate bornOn() {
        return LocalDate.parse(of("date_of_birth"));
    }

    public String sex() {
        return Words.label(of("sex"));
    }

    public @Nullable String provider() {
        return provider(view.patient());
    }

    public List<Part> contact() {
        return Stream.of(
                        "phone",
                        "email",
                        "address",
                        "city",
                        "state",
                        "zip_code",
                        "emergency_contact_name",
                        "emergency_contact_phone",
                        "insurance_provider",
                        "insurance_policy_number")
                .flatMap(column -> Stream.ofNullable(view.patient().cell(column))
                        .map(value -> new Part("", Words.label(column), veil.over(value), List.of())))
                .toList();
    }

    public @Nullable String notes() {
        return veil.overAny(view.patient().cell("notes"));
    }

    private String of(String column) {
        return Cell.required(view.patient(), column);
    }

    /** The worst first. */
    public List<Note> allergies() {
        return view.of(ClinicTable.ALLERGY).stream()
                .sorted(Comparator.comparingInt(row -> MOST_SEVERE_FIRST.indexOf(Cell.required(row, "severity"))))
                .map(row -> new Note(
                        veil.over(Cell.required(row, "allergen")),
                        Cell.required(row, "severity"),
                        Words.label(Cell.required(row, "severity")),
                        veil.overAny(row.cell("reaction"))))
                .toList();
    }

    public List<Note> conditions() {
        return view.of(ClinicTable.CHRONIC_CONDITION).stream()
                .map(row -> new Note(
                        veil.over(Cell.required(row, "condition")),
                        null,
                        Optional.ofNullable(row.cell("diagnosed_date"))
                                .map(day -> "since " + Words.day(LocalDate.parse(day)))
                                .orElse(null),
                        veil.overAny(row.cell("notes"))))
                .toList();
    }

    /** The newest first, what is planned above all. */
    public List<Visit> visits() {
        return newestFirst().map(this::visit).toList();
    }

    private Stream<TableRow> newestFirst() {
        return view.of(ClinicTable.APPOINTMENT).stream()
                .sorted(Comparator.comparing(ChartScreen::at)
                        .thenComparing(row -> row.id().toString())
                        .reversed());
    }

    private static Instant at(TableRow visit) {
        return Instant.parse(Cell.required(visit, "appointment_date"));
    }

    private Visit visit(TableRow visit) {
        var record = parts(ClinicTable.MEDICAL_RECORD, visit).stream().findAny();
        var status = Cell.required(visit, "status");
        return new Visit(
                Cell.address(ClinicTable.APPOINTMENT, visit.id().toString()),
                Words.minute(at(visit), view.zone()),
                at(visit).isAfter(view.now()),
                Words.label(Cell.required(visit, "appointment_type")),
                Words.label(status),
                "label label-" + status,
                provider(visit),
                veil.overAny(visit.cell("reason")),
                veil.overAny(visit.cell("notes")),
                parts(ClinicTable.VITAL_SIGNS, visit).stream()
                        .flatMap(signs -> measured(signs).stream())
                        .toList(),
                parts(ClinicTable.VITAL_SIGNS, visit).stream()
                        .flatMap(signs -> sources(signs).stream())
                        .toList(),
                record.map(row -> veil.over(Cell.required(row, "chief_complaint")))
                        .orElse(null),
                record.map(this::soap).orElse(List.of()),
                record.map(row -> items(ClinicTable.SYMPTOM, row, this::symptom))
                        .orElse(List.of()),
                record.map(row -> items(ClinicTable.PRESCRIPTION, row, this::prescription))
                        .orElse(List.of()),
                record.map(this::signed).orElse(List.of()),
                record.map(row -> veil.overAny(row.cell("ai_summary"))).orElse(null),
                record.map(row -> row.cell("ai_transcript") != null).orElse(false),
                record.map(row -> Cell.address(
                                ClinicTable.MEDICAL_RECORD, row.id().toString()))
                        .orElse(null));
    }

    private List<TableRow> parts(ClinicTable table, TableRow of) {
        return parts.getOrDefault(table, Map.of()).getOrDefault(of.id().toString(), List.of());
    }

    private List<Part> soap(TableRow record) {
        return Stream.of("subjective", "objective", "assessment", "plan")
                .map(name -> new Part(
                        name.substring(0, 1).toUpperCase(Locale.ROOT),
                        Words.label(name),
                        veil.over(Cell.required(record, name)),
                        sources(record, name)))
                .filter(part -> !part.text().isBlank())
                .toList();
    }

    private List<Item> items(ClinicTable table, TableRow record, Function<TableRow, Item> item) {
        return parts(table, record).stream().map(item).toList();
    }

    private Item symptom(TableRow row) {
        return new Item(
                veil.over(Cell.required(row, "name")),
                Stream.of(
                                Optional.ofNullable(row.cell("severity"))
                                        .map(severity -> severity + " of 10")
                                        .orElse(null),
                                veil.overAny(row.cell("duration")),
                                veil.overAny(row.cell("notes")))
                        .flatMap(Stream::ofNullable)
                        .toList(),
                Cell.required(row, "ai_generated").equals("true"),
                sources(row));
    }

    private Item prescription(TableRow row) {
        return new Item(
                veil.over(Cell.required(row, "medication")),
                Stream.of(
                                veil.over(Cell.required(row, "dosage")),
                                veil.over(Cell.required(row, "frequency")),
                                veil.over(Cell.required(row, "duration")),
                                veil.overAny(row.cell("instructions")))
                        .flatMap(Stream::ofNullable)
                        .toList(),
                Cell.required(row, "ai_generated").equals("true"),
                sources(row));
    }

    private List<Source> sources(TableRow fact) {
        return view.provenance().stream()
                .filter(each -> fact.id().equals(each.fact()))
                .map(this::source)
                .toList();
    }

    private List<Source> sources(TableRow record, String part) {
        return view.provenance().stream()
                .filter(each -> each.record().equals(record.id()) && part.equals(each.part()))
                .map(this::source)
                .toList();
    }

    private Source source(ProvenanceView from) {
        return new Source(
                from.quotes().stream().map(veil::over).toList(),
                (from.edited() ? "edited and accepted by " : "accepted by ") + from.decidedBy() + ", "
                        + Words.minute(from.decidedAt(), view.zone()) + "; proposed by " + from.engine(),
                from.doubtful());
    }

    private List<Signed> signed(TableRow record) {
        return view.signed().stream()
                .filter(signed -> signed.record().equals(record.id()))
                .map(signed -> new Signed(
                        switch (signed.kind()) {
                                    case AUTHOR -> "Signed by ";
                                    case REVIEWER -> "Reviewed and signed by ";
                                    case ADDENDUM -> "Addendum by ";
                                }
                                + signed.signer()
                                + ", "
                                + Words.minute(signed.signedAt(), view.zone()),
                        veil.overAny(signed.text())))
                .toList();
    }

    private @Nullable String provider(TableRow row) {
        return view.names().get(new RowId(UUID.fromString(Cell.required(row, "provider_id"))));
    }

    private static List<String> measured(TableRow signs) {
        var measured = new ArrayList<String>();
        var systolic = signs.cell("blood_pressure_systolic");
        var diastolic = signs.cell("blood_pressure_diastolic");
        if (systolic != null) measured.add(systolic + (diastolic == null ? "" : "/" + diastolic) + " mmHg");
        add(measured, signs, "heart_rate", "/min");
        add(measured, signs, "temperature", " °C");
        add(measured, signs, "respiratory_rate", " breaths/min");
        add(measured, signs, "oxygen_saturation", " % SpO₂");
        add(measured, signs, "weight", " kg");
        add(measured, signs, "height", " cm");
        return measured;
    }

    private static void add(List<String> measured, TableRow signs, String column, String unit) {
        var figure = signs.cell(column);
        if (figure != null) measured.add(figure + unit);
    }

    public List<Trend> trends() {
        return Stream.of(
                        new Trend(
                                "Blood pressure",
                                "mmHg",
                                List.of(
                                        readings(
                                                "bloodPressureSystolic", "systolic", figure("blood_pressure_systolic")),
                                        readings(
                                                "bloodPressureDiastolic",
                                                "diastolic",
                                                figure("blood_pressure_diastolic")))),
                        trend("Heart rate", "/min", "heartRate", "heart_rate"),
                        trend("Temperature", "°C", "temperature", "temperature"),
                        trend("Respiratory rate", "/min", "respiratoryRate", "respiratory_rate"),
                        trend("Oxygen saturation", "%", "oxygenSaturation", "oxygen_saturation"),
                        trend("Weight", "kg", "", "weight"),
                        new Trend("Body mass index", "kg/m²", List.of(readings("bmi", "", ChartScreen::bodyMassIndex))))
                .filter(trend -> !trend.isEmpty())
                .toList();
    }

    private Trend trend(String title, String unit, String sign, String column) {
        return new Trend(title, unit, List.of(readings(sign, "", figure(column))));
    }

    private static Function<TableRow, Optional<BigDecimal>> figure(String column) {
        return signs -> Optional.ofNullable(signs.cell(column)).map(BigDecimal::new);
    }

    private static Optional<BigDecimal> bodyMassIndex(TableRow signs) {
        var weight = signs.cell("weight");
        var height = signs.cell("height");
        if (weight == null || height == null) return Optional.empty();
        var metres = new BigDecimal(height).pow(2);
        return Optional.of(new BigDecimal(weight)
                .multiply(BigDecimal.valueOf(BODY_MASS_INDEX_SCALE))
                .divide(metres, 1, RoundingMode.HALF_UP));
    }

    /** The oldest first. */
    private List<Reading> readings(String sign, String part, Function<TableRow, Optional<BigDecimal>> figure) {
        return newestFirst().toList().reversed().stream()
                .flatMap(visit -> parts(ClinicTable.VITAL_SIGNS, visit).stream()
                        .flatMap(signs ->
                                figure
                                        .apply(signs)
                                        .map(measured -> reading(sign, part, visit, signs, measured))
                                        .stream()))
                .toList();
    }

    private Reading reading(String sign, String part, TableRow visit, TableRow signs, BigDecimal figure) {
        var usual = view.usual().getOrDefault(signs.id(), List.of()).stream()
                .filter(range -> range.sign().equals(sign))
                .findAny();
        return new Reading(
                at(visit),
                Words.day(LocalDate.ofInstant(at(visit), view.zone())),
                part,
                figure,
                usual.map(Usual::low).orElse(null),
                usual.map(Usual::high).orElse(null));
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
