package org.chartroom.record.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/**
 * In what two states of a record differ, by field and word; whatever is the same in both is left out.
 *
 * @param fields        of the record itself, in the order in which clients read them
 * @param symptoms      in the order of the former state, then what is new
 * @param prescriptions likewise
 */
@Phi
public record RecordDiff(List<FieldChange> fields, List<PartChange> symptoms, List<PartChange> prescriptions) {

    public RecordDiff {
        fields = List.copyOf(fields);
        symptoms = List.copyOf(symptoms);
        prescriptions = List.copyOf(prescriptions);
    }

    private static final Set<String> IDENTITY = Set.of("id", "appointmentId");

    /** A field with its two values as one text; a number or a truth value is a word, and nothing is an empty text. */
    @Phi
    public record FieldChange(String field, List<Segment> segments) {

        public FieldChange {
            segments = List.copyOf(segments);
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** A symptom or a prescription that was added, changed or taken out. */
    @Phi
    public record PartChange(String id, List<FieldChange> fields) {

        public PartChange {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /**
     * From one state to another; either may be missing, and then everything was added or taken out.
     *
     * @param words what two texts that differ have in common, word by word
     */
    public static RecordDiff between(
            @Nullable MedicalRecord former,
            @Nullable MedicalRecord latter,
            BiFunction<String, String, List<Segment>> words) {
        return new RecordDiff(
                fields(members(former, MedicalRecord::texts), members(latter, MedicalRecord::texts), words),
                parts(
                        parts(former, MedicalRecord::symptoms, Symptom::members),
                        parts(latter, MedicalRecord::symptoms, Symptom::members),
                        words),
                parts(
                        parts(former, MedicalRecord::prescriptions, Prescription::members),
                        parts(latter, MedicalRecord::prescriptions, Prescription::members),
                        words));
    }

    private static Map<String, @Nullable Object> members(
            @Nullable MedicalRecord record, Function<MedicalRecord, Map<String, @Nullable Object>> members) {
        return record == null ? Map.of() : members.apply(record);
    }

    /** The members of each by its id. */
    private static <T> Map<String, Map<String, @Nullable Object>> parts(
            @Nullable MedicalRecord record,
            Function<MedicalRecord, List<T>> parts,
            Function<T, Map<String, @Nullable Object>> members) {
        var byId = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        if (record != null)
            parts.apply(record).stream().map(members).forEach(part -> byId.put(Objects.toString(part.get("id")), part));
        return byId;
    }

    private static List<FieldChange> fields(
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            BiFunction<String, String, List<Segment>> words) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeAll(IDENTITY);
        var changes = new ArrayList<FieldChange>();
        for (var name : names) {
            var was = Objects.toString(before.get(name), "");
            var is = Objects.toString(after.get(name), "");
            if (!was.equals(is)) changes.add(new FieldChange(name, words.apply(was, is)));
        }
        return changes;
    }

    private static List<PartChange> parts(
            Map<String, Map<String, @Nullable Object>> before,
            Map<String, Map<String, @Nullable Object>> after,
            BiFunction<String, String, List<Segment>> words) {
        var ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .map(id -> new PartChange(
                        id, fields(before.getOrDefault(id, Map.of()), after.getOrDefault(id, Map.of()), words)))
                .filter(part -> !part.fields().isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
