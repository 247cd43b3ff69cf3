package org.chartroom.appointment.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chartroom.kernel.Violations;

/**
 * Working time within one day, in the clinic's local time. A night is two of them, up to {@code 24:00} and from
 * {@code 00:00}.
 *
 * @param to after {@code from}; no longer within
 */
public record Stretch(TimeOfDay from, TimeOfDay to) {

    static final Comparator<Stretch> BY_TIME = Comparator.comparing(Stretch::from);

    public Stretch {
        var wrong = new Violations();
        // one that was refused is missing, and told elsewhere
        if (from != null && to != null && from.compareTo(to) >= 0)
            wrong.add("to", "out-of-range", "must be after from; the end of the day is 24:00");
        wrong.refuse();
    }

    boolean overlaps(Stretch other) {
        return from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
    }

    /** The places of those that overlap one before them; one that is missing was refused, and overlaps none. */
    static List<Integer> overlapping(List<Stretch> ofOneDay) {
        var found = new ArrayList<Integer>();
        for (var i = 1; i < ofOneDay.size(); i++) {
            var stretch = ofOneDay.get(i);
            if (stretch == null) continue;
            if (ofOneDay.subList(0, i).stream().anyMatch(before -> before != null && before.overlaps(stretch)))
                found.add(i);
        }
        return found;
    }
}
