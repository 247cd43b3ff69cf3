package org.chartroom.kernel;

import java.util.List;
import java.util.function.Supplier;

/** What a refused input was told, shortly. */
public final class Refused {

    /** {@code field: code} of every violation, in their order; none when the input is accepted. */
    public static List<String> fieldsOf(Supplier<?> input) {
        return violationsOf(input).stream()
                .map(violation -> violation.field() + ": " + violation.code())
                .toList();
    }

    public static List<Violation> violationsOf(Supplier<?> input) {
        try {
            var _ = input.get();
            return List.of();
        } catch (InvalidInput refused) {
            return refused.violations();
        }
    }

    private Refused() {}
}
