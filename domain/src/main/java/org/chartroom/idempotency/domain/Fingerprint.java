package org.chartroom.idempotency.domain;

import java.util.regex.Pattern;

/**
 * Tells whether two requests are the same to the byte: method, path, query and body.
 *
 * @param sha256 64 hexadecimal digits, lower case
 */
public record Fingerprint(String sha256) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public Fingerprint {
        if (!SHAPE.matcher(sha256).matches()) throw new IllegalArgumentException("not a SHA-256");
    }
}
