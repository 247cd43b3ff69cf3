package org.chartroom.provider.application;

import java.util.List;
import org.chartroom.kernel.EmailAddress;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.domain.ProviderDetails;

/** What the operator of the clinic's server does with accounts, at its command line. */
public interface AccountAdministration {

    /**
     * Adds a provider who can sign in.
     *
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code already-exists}
     * @throws org.chartroom.kernel.InvalidInput what {@link org.chartroom.provider.domain.Password#chosen} says of
     *     {@code password}
     */
    ProviderId add(ProviderDetails details, String password);

    /** Every account, by e-mail address. */
    List<AccountView> accounts();

    /**
     * Closes an account and ends its sessions; nothing happens to one that is closed already.
     *
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code not-found}
     */
    void disable(EmailAddress email);

    /**
     * Opens an account again.
     *
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code not-found}
     */
    void enable(EmailAddress email);

    /**
     * Gives an account another password and ends its sessions.
     *
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code not-found}
     * @throws org.chartroom.kernel.InvalidInput as {@link #add}
     */
    void resetPassword(EmailAddress email, String password);
}
