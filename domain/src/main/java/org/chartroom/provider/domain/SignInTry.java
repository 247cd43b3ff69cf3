package org.chartroom.provider.domain;

import java.util.List;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.provider.domain.SignInTries.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One try at signing in.
 *
 * @param email   as it was typed; whether or not somebody has it; null when it is none
 * @param address of the machine from which it was made, IPv4 or IPv6
 */
@Phi
public record SignInTry(@Nullable EmailAddress email, String address) {

    /**
     * By what it counts, in this order, and no further than the first that closes: so a machine that is shut out does not
     * go on to shut an account for everybody, nor adds an entry for every name that it makes up. What is no e-mail address
     * is no account.
     */
    public List<Scope> scopes() {
        return email == null ? List.of(Scope.ADDRESS) : List.of(Scope.values());
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
