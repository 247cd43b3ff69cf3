package org.chartroom.record.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
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
        var before = former == null ? Map.<String, @Nullable Object>of() : former.members();
        var after = latter == null ? Map.<String, @Nullable Object>of() : latter.members();
        return new RecordDiff(
                fields(before, after, words),
                parts(before.get("symptoms"), after.get("symptoms"), words),
                parts(before.get("prescriptions"), after.get("prescriptions"), words));
    }

    private static List<FieldChange> fields(
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            BiFunction<String, String, List<Segment>> words) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var changes = new ArrayList<FieldChange>();
        for (var name : names) {
            if (IDENTITY.contains(name) || before.get(name) instanceof List || after.get(name) instanceof List)
                continue;
            var was = Objects.toString(before.get(name), "");
            var is = Objects.toString(after.get(name), "");
            if (!was.equals(is)) changes.add(new FieldChange(name, words.apply(was, is)));
        }
        return changes;
    }

    private static List<PartChange> parts(
            @Nullable Object before, @Nullable Object after, BiFunction<String, String, List<Segment>> words) {
        var was = byId(before);
        var is = byId(after);
        var ids = new LinkedHashSet<>(was.keySet());
        ids.addAll(is.keySet());
        return ids.stream()
                .map(id -> new PartChange(
                        id, fields(was.getOrDefault(id, Map.of()), is.getOrDefault(id, Map.of()), words)))
                .filter(part -> !part.fields().isEmpty())
                .toList();
    }

    @SuppressWarnings("unchecked") // of what MedicalRecord.members() makes
    private static Map<String, Map<String, @Nullable Object>> byId(@Nullable Object parts) {
        var byId = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        if (parts != null)
            for (var part : (List<Map<String, @Nullable Object>>) parts)
                byId.put(Objects.toString(part.get("id")), part);
        return byId;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
