package org.chartroom.provider.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;

/** What is stored of a password. */
@Phi
public record PasswordHash(String value) {

    /** Matches no password: an account that nobody can sign in to. */
    public static final PasswordHash NONE = new PasswordHash("!");

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
