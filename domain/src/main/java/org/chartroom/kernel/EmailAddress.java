package org.chartroom.kernel;

import java.util.regex.Pattern;

/**
 * An e-mail address as it was typed, stripped: something, an {@code @}, something, no white space, at most 320
 * characters. Whether it exists only a message to it could tell.
 */
@Phi
public record EmailAddress(String value) {

    private static final Pattern SHAPE = Pattern.compile("(?U)[^\\s@]+@[^\\s@]+");

    public EmailAddress {
        var wrong = new Violations();
        value = wrong.line("", value, Violations.EMAIL);
        wrong.refuse();
        if (!SHAPE.matcher(value).matches()) throw InvalidInput.of("", "malformed", "must look like name@example.org");
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
