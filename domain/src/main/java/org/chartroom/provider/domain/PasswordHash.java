package org.chartroom.provider.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;

/**
 * What is stored of a password.
 *
 * @param value encoded with its algorithm and salt, at most 500 characters
 */
@Phi
public record PasswordHash(String value) {

    /** Matches no password: an account that nobody can sign in to. */
    public static final PasswordHash NONE = new PasswordHash("!");

    public PasswordHash {
        if (value.isBlank() || value.length() > 500) throw new IllegalArgumentException("not the hash of a password");
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
