package org.chartroom.audit.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 hash.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record Hash(String hex) {

    public Hash {
        if (hex.length() != 64) throw new IllegalArgumentException("not a SHA-256 hash");
    }

    /** Of a text in UTF-8. */
    public static Hash of(String text) {
        try {
            return new Hash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
