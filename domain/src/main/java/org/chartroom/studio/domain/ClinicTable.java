package org.chartroom.studio.domain;

import static org.chartroom.studio.domain.Column.Kind.DATE;
import static org.chartroom.studio.domain.Column.Kind.DECIMAL;
import static org.chartroom.studio.domain.Column.Kind.FLAG;
import static org.chartroom.studio.domain.Column.Kind.INSTANT;
import static org.chartroom.studio.domain.Column.Kind.LONG_TEXT;
import static org.chartroom.studio.domain.Column.Kind.TEXT;
import static org.chartroom.studio.domain.Column.Kind.WHOLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One of the nine tables, with all of its columns but the password hash. */
public enum ClinicTable {
    PROVIDER(
            "id",
            Column.id(),
            Column.of("email", TEXT).always().inOwnRow(),
            Column.of("first_name", TEXT).always(),
            Column.of("last_name", TEXT).always(),
            Column.of("specialty", TEXT),
            Column.of("license_number", TEXT).inOwnRow(),
            Column.of("phone", TEXT).inOwnRow()),
    PATIENT(
            "last_name",
            Column.id(),
            Column.to(PROVIDER),
            Column.of("first_name", TEXT).always(),
            Column.of("last_name", TEXT).always().sortedBy("last_name", "first_name"),
            Column.of("date_of_birth", DATE).always(),
            Column.labels("sex", "male", "female", "other"),
            Column.of("phone", TEXT).sorted(),
            Column.of("email", TEXT).sorted(),
            Column.of("address", TEXT),
            Column.of("city", TEXT),
            Column.of("state", TEXT),
            Column.of("zip_code", TEXT),
            Column.of("emergency_contact_name", TEXT),
            Column.of("emergency_contact_phone", TEXT),
            Column.of("insurance_provider", TEXT),
            Column.of("insurance_policy_number", TEXT),
            Column.of("notes", LONG_TEXT)),
    ALLERGY(
            "id",
            Column.id(),
            Column.to(PATIENT),
            Column.of("allergen", TEXT).always(),
            Column.labels("severity", "mild", "moderate", "severe", "life_threatening"),
            Column.of("reaction", LONG_TEXT)),
    CHRONIC_CONDITION(
            "id",
            Column.id(),
            Column.to(PATIENT),
            Column.of("condition", TEXT).always(),
            Column.of("diagnosed_date", DATE),
            Column.of("notes", LONG_TEXT)),
    APPOINTMENT(
            "appointment_date",
            Column.id(),
            Column.to(PATIENT),
            Column.to(PROVIDER),
            Column.of("appointment_date", INSTANT).always().sorted(),
            Column.labels(
                    "appointment_type", "new_patient", "follow_up", "routine_checkup", "sick_visit", "telehealth"),
            Column.labels("status", "scheduled", "checked_in", "in_progress", "completed", "cancelled", "no_show")
                    .sorted(),
            Column.of("reason", LONG_TEXT),
            Column.of("notes", LONG_TEXT)),
    MEDICAL_RECORD(
            "id",
            Column.id(),
            Column.to(APPOINTMENT),
            Column.of("chief_complaint", LONG_TEXT).always(),
            Column.of("subjective", LONG_TEXT).always(),
            Column.of("objective", LONG_TEXT).always(),
            Column.of("assessment", LONG_TEXT).always(),
            Column.of("plan", LONG_TEXT).always(),
            Column.of("ai_transcript", LONG_TEXT),
            Column.of("ai_summary", LONG_TEXT)),
    SYMPTOM(
            "id",
            Column.id(),
            Column.to(MEDICAL_RECORD),
            Column.of("name", TEXT).always(),
            Column.of("severity", WHOLE),
            Column.of("duration", TEXT),
            Column.of("notes", LONG_TEXT),
            Column.of("ai_generated", FLAG).always()),
    PRESCRIPTION(
            "id",
            Column.id(),
            Column.to(MEDICAL_RECORD),
            Column.of("medication", TEXT).always(),
            Column.of("dosage", TEXT).always(),
            Column.of("frequency", TEXT).always(),
            Column.of("duration", TEXT).always(),
            Column.of("quantity", WHOLE),
            Column.of("refills", WHOLE).always(),
            Column.of("instructions", LONG_TEXT),
            Column.of("ai_generated", FLAG).always()),
    VITAL_SIGNS(
            "id",
            Column.id(),
            Column.to(APPOINTMENT),
            Column.of("blood_pressure_systolic", WHOLE),
            Column.of("blood_pressure_diastolic", WHOLE),
            Column.of("heart_rate", WHOLE),
            Column.of("temperature", DECIMAL),
            Column.of("respiratory_rate", WHOLE),
            Column.of("oxygen_saturation", WHOLE),
            Column.of("weight", DECIMAL),
            Column.of("height", DECIMAL));

    private final String sortedBy;

    @SuppressWarnings("ImmutableEnumChecker") // neither the list nor a column of it can be changed
    private final List<Column> columns;

    /** @param sortedBy the column that rows are sorted by unless somebody says otherwise */
    ClinicTable(String sortedBy, Column... columns) {
        this.sortedBy = sortedBy;
        this.columns = Stream.concat(
                        Stream.of(columns),
                        // when a colleague last changed something, a password perhaps, is no colleague's to know
                        Stream.of("created_at", "updated_at")
                                .map(name -> Column.of(name, INSTANT).always())
                                .map(column -> name().equals("PROVIDER") ? column.inOwnRow() : column))
                .toList();
    }

    /** The table's name in the database, without its schema. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the order of the database. */
    public List<Column> columns() {
        return columns;
    }

    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findAny()
                .orElseThrow(() -> StudioRefusal.unknownColumn(this));
    }

    /** How rows are sorted unless somebody says otherwise: patients by name, what has a time or grew from the newest. */
    public Sorting sorting() {
        return new Sorting(column(sortedBy), this != PATIENT && this != PROVIDER);
    }

    /** The columns of other tables that point here. */
    public List<Pointer> pointers() {
        var pointers = new ArrayList<Pointer>();
        for (var table : values())
            for (var column : table.columns())
                if (column.references() == this) pointers.add(new Pointer(table, column));
        return pointers;
    }

    /**
     * The table of that name.
     *
     * @throws StudioRefusal {@code not-found}
     */
    public static ClinicTable of(String label) {
        return Stream.of(values())
                .filter(table -> table.label().equals(label))
                .findAny()
                .orElseThrow(StudioRefusal::unknownTable);
    }

    /** A column that points to another table, and the table that it is of. */
    public record Pointer(ClinicTable table, Column column) {}
}
