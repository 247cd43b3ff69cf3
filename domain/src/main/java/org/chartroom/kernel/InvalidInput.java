package org.chartroom.kernel;

import java.util.List;
import java.util.Map;

/** An input that can be read but not accepted; names every wrong field at once. Code {@code validation-failed}. */
public final class InvalidInput extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    InvalidInput(List<Violation> violations) {
        this(violations, message(violations.size()));
    }

    private InvalidInput(List<Violation> violations, String message) {
        super(Kind.RULE, "validation-failed", message, Map.of("errors", List.copyOf(violations)));
        this.violations = List.copyOf(violations);
    }

    /** The one violation of an input that is wrong in a single place. */
    public static InvalidInput of(String field, String code, String message) {
        return new InvalidInput(List.of(new Violation(field, code, message)));
    }

    /**
     * Of an input that is wrong in more places than are told.
     *
     * @param first those that are told, at least one
     * @param total how many there are
     */
    public static InvalidInput ofMany(List<Violation> first, int total) {
        return first.size() == total
                ? new InvalidInput(first)
                : new InvalidInput(first, message(total) + " The first " + first.size() + " are told here.");
    }

    /** At least one, in the order in which the fields were read. */
    public List<Violation> violations() {
        return violations;
    }

    private static String message(int violations) {
        return violations == 1 ? "1 field is not acceptable." : violations + " fields are not acceptable.";
    }
}
