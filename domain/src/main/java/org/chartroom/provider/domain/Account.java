package org.chartroom.provider.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;

/**
 * What signing in asks of a provider.
 *
 * @param disabled whether nobody signs in to it, whatever the password
 */
@Phi
public record Account(ProviderId id, PasswordHash passwordHash, boolean disabled) {

    /** Whether it still opens to somebody whose password was found to match {@code verified} a moment ago. */
    public boolean opensTo(PasswordHash verified) {
        return !disabled && passwordHash.equals(verified);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
