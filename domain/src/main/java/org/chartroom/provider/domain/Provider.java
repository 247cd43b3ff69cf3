package org.chartroom.provider.domain;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.ProviderId;

/** A healthcare provider: who treats patients and signs in. Immutable: each change returns the next state. */
@Phi
public record Provider(ProviderId id, ProviderDetails details, PasswordHash passwordHash) {

    public Provider withDetails(ProviderDetails next) {
        return new Provider(id, next, passwordHash);
    }

    public Provider withPasswordHash(PasswordHash next) {
        return new Provider(id, details, next);
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
