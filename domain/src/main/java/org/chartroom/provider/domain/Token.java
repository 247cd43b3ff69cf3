package org.chartroom.provider.domain;

import java.util.regex.Pattern;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;

/**
 * A secret that stands for a session: 256 bits by chance, opaque to whoever bears it.
 *
 * @param value 43 characters of base64url (RFC 4648, 5), without padding
 */
@Phi
public record Token(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Token {
        if (!isToken(value)) throw new IllegalArgumentException("not a token");
    }

    /** Whether a text that a client sent could be one at all. */
    public static boolean isToken(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
