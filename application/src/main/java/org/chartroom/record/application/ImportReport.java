package org.chartroom.record.application;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Violation;
import org.chartroom.kernel.Violations;
import org.chartroom.record.application.ChartImport.Line;

/** What is wrong with the lines of one import, as far as it is told. */
final class ImportReport {

    private final List<Violation> told = new ArrayList<>();
    private int total;
    private int lines;

    /**
     * The same, counted.
     *
     * @throws InvalidInput {@code too-many}, at once, when there are more than an import may have
     */
    Stream<Line> counted(Stream<Line> all) {
        return all.peek(_ -> {
            lines++;
            if (lines > ChartImport.MOST)
                throw InvalidInput.of("lines", "too-many", "at most " + ChartImport.MOST + " charts");
        });
    }

    int lines() {
        return lines;
    }

    void add(int line, Violations wrong) {
        for (var violation : wrong.found()) {
            total++;
            if (told.size() < ChartImport.MOST_TOLD) told.add(in(line, violation));
        }
    }

    /** @throws InvalidInput when anything was wrong, or there was no line */
    void refuse() {
        if (lines == 0) throw InvalidInput.of("lines", "required", "at least one chart is required");
        if (total > 0) throw InvalidInput.ofMany(told, total);
    }

    private static Violation in(int line, Violation violation) {
        var place = "lines[" + line + "]";
        return new Violation(
                violation.field().isEmpty() ? place : place + "." + violation.field(),
                violation.code(),
                violation.message());
    }
}
