package org.chartroom.patient.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.chartroom.http.MalformedRequest;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.InvalidInput;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.application.PatientSearch;
import org.jspecify.annotations.Nullable;

/** Who is looked for, as a client asks: a parameter that is there has to say something. */
final class SearchParameters {

    /** As long as the longest first and the longest last name with a space between them. */
    private static final int BOTH_NAMES = 2 * Violations.NAME + 1;

    /** Java reads years that PostgreSQL does not have. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** @throws MalformedRequest naming the first parameter that nobody could be found by */
    static PatientSearch search(
            @Nullable String name, @Nullable String phone, @Nullable String email, @Nullable String bornOn) {
        return new PatientSearch(
                name == null ? null : line("name", name, BOTH_NAMES),
                phone == null ? null : phone(phone),
                email == null ? null : read("email", () -> new EmailAddress(email)),
                bornOn == null ? null : date(bornOn));
    }

    private static String phone(String typed) {
        var phone = line("phone", typed, Violations.PHONE);
        if (phone.codePoints().noneMatch(Character::isDigit)) throw new MalformedRequest("phone", "must hold a digit");
        return phone;
    }

    private static LocalDate date(String typed) {
        try {
            if (DATE.matcher(typed).matches()) return LocalDate.parse(typed);
        } catch (DateTimeParseException none) {
            // told below
        }
        throw new MalformedRequest("bornOn", "must be a date such as 2026-03-02");
    }

    private static String line(String parameter, String typed, int max) {
        return read(parameter, () -> {
            var wrong = new Violations();
            var line = wrong.line(parameter, typed, max);
            wrong.refuse();
            return line;
        });
    }

    private static <T> T read(String parameter, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidInput refused) {
            throw new MalformedRequest(
                    parameter, refused.violations().getFirst().message());
        }
    }

    private SearchParameters() {}
}
