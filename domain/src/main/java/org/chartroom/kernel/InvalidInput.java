package org.chartroom.kernel;

import java.util.List;
import java.util.Map;

/** An input that can be read but not accepted; names every wrong field at once. Code {@code validation-failed}. */
public final class InvalidInput extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    InvalidInput(List<Violation> violations) {
        super(Kind.RULE, "validation-failed", message(violations), Map.of("errors", List.copyOf(violations)));
        this.violations = List.copyOf(violations);
    }

    /** The one violation of an input that is wrong in a single place. */
    public static InvalidInput of(String field, String code, String message) {
        return new InvalidInput(List.of(new Violation(field, code, message)));
    }

    /** At least one, in the order in which the fields were read. */
    public List<Violation> violations() {
        return violations;
    }

    private static String message(List<Violation> violations) {
        return violations.size() == 1
                ? "1 field is not acceptable."
                : violations.size() + " fields are not acceptable.";
    }
}
