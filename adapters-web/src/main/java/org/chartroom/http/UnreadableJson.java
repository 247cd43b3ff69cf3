package org.chartroom.http;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.chartroom.kernel.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Where JSON cannot be read, and what would be right there: in words of ours, since the parser's would quote what was sent. */
final class UnreadableJson {

    static Violation violation(JacksonException json) {
        return new Violation(path(json), "malformed", whatIsWrong(json));
    }

    /** Where in the body, as {@code record.symptoms[2].severity}. */
    private static String path(JacksonException json) {
        var path = new StringBuilder();
        for (var step : json.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        // what is not even JSON has no path; the parser still knows the last name that it read
        if (path.isEmpty() && json.processor() instanceof JsonParser parser && parser.currentName() != null)
            return parser.currentName();
        return path.toString();
    }

    private static String whatIsWrong(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException _ -> "is not a field here";
            case MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "must be " + description(mismatch.getTargetType());
            case DatabindException _ -> "is not of the right type";
            default -> "the body is not JSON, or names a field twice";
        };
    }

    static String description(Class<?> type) {
        if (type.isEnum())
            return Stream.of(type.getEnumConstants()).map(Object::toString).collect(joining(", ", "one of ", ""));
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "Integer", "int" -> "a whole number";
            case "BigDecimal" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "LocalDate" -> "a date such as 2026-03-02";
            case "Instant" -> "an instant such as 2026-03-02T09:30:00Z";
            case "UUID", "PatientId", "ProviderId" -> "a UUID";
            case "List", "ArrayList" -> "an array";
            default -> "an object";
        };
    }

    private UnreadableJson() {}
}
