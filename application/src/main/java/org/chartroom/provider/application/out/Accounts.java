package org.chartroom.provider.application.out;

import java.time.Instant;
import java.util.Optional;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.Account;

/** Providers as signing in sees them. */
public interface Accounts {

    /** The account of an e-mail address, in whatever case. */
    Optional<Account> find(EmailAddress email);

    /** An account that nobody else holds, changes or closes before the transaction ends. */
    Optional<Account> hold(ProviderId id);

    /** Closes an account; one that is closed already stays closed since when it was. */
    void disable(ProviderId id, Instant now);

    /** Opens an account; one that is open stays so. */
    void enable(ProviderId id);
}
