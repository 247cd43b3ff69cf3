package org.chartroom.provider.domain;

import java.text.Normalizer;
import java.util.function.Predicate;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;

/**
 * A password as it was typed, in Unicode's normal form C (RFC 8265, OpaqueString), so that it is the same from every
 * keyboard. Nothing of it is cut off.
 */
@Phi
public record Password(String value) {

    /** Fewest characters of one that is chosen (OWASP ASVS 5.0, 6.2.1). */
    public static final int SHORTEST = 8;
    /** Most characters of one that is chosen; it bounds what a hash costs. */
    public static final int LONGEST = 256;

    public Password {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
    }

    /**
     * One that somebody chooses: 8 to 256 characters, of whatever kinds, and none of the commonest.
     *
     * @param field in which a client sent it
     * @throws org.chartroom.kernel.InvalidInput {@code required}, {@code too-short}, {@code too-long},
     *     {@code unstorable}, {@code too-common}
     */
    public static Password chosen(String field, String typed, Predicate<Password> isCommon) {
        var wrong = new Violations();
        wrong.section(field, typed, LONGEST);
        wrong.refuse();
        var password = new Password(typed);
        if (password.value.codePointCount(0, password.value.length()) < SHORTEST)
            wrong.add(field, "too-short", "at least " + SHORTEST + " characters");
        else if (isCommon.test(password))
            wrong.add(field, "too-common", "is among the first that are guessed; choose one that few would think of");
        wrong.refuse();
        return password;
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
