package org.chartroom.kernel;

/**
 * One thing that is wrong with an input.
 *
 * @param field   path of the field, as a client wrote it: {@code record.symptoms[2].severity}
 * @param code    stable name of what is wrong: {@code required}, {@code blank}, {@code too-short}, {@code too-long},
 *                {@code too-common}, {@code too-precise}, {@code too-many}, {@code out-of-range}, {@code in-future},
 *                {@code incomplete}, {@code malformed}, {@code unstorable}, {@code overlapping}, {@code repeated},
 *                {@code unknown}, {@code wrong}, {@code mismatch}, {@code inside-character}
 * @param message what would be right, for a person; never the value itself
 */
public record Violation(String field, String code, String message) {

    Violation under(String parent) {
        var path = parent.isEmpty() || field.isEmpty() ? parent + field : parent + "." + field;
        return new Violation(path, code, message);
    }
}
