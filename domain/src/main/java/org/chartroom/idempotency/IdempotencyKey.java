package org.chartroom.idempotency;

import java.util.regex.Pattern;

/**
 * By what a client's second try is known for the first (IETF draft-ietf-httpapi-idempotency-key-header). The client makes
 * it up, so it is kept and compared and never printed.
 *
 * @param value 1 to 128 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,128}");

    public IdempotencyKey {
        if (!isAcceptable(value)) throw new IllegalArgumentException("not a key");
    }

    public static boolean isAcceptable(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return "IdempotencyKey";
    }
}
