package org.chartroom.provider.application;

import org.chartroom.kernel.Version;
import org.chartroom.provider.Actor;
import org.chartroom.provider.domain.ProviderDetails;

/** What providers see and change of themselves. */
public interface OwnAccount {

    ProviderView me(Actor by);

    /**
     * Replaces everything but the password.
     *
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code stale-version} when {@code seen} is not the stored
     *     version; {@code already-exists} when another provider has the e-mail address
     */
    ProviderView replace(Actor by, ProviderDetails details, Version seen);

    /**
     * Changes the password and ends every session of the provider's, the present one among them.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code wrong} for {@code currentPassword}; what
     *     {@link org.chartroom.provider.domain.Password#chosen} says of {@code newPassword}
     * @throws org.chartroom.provider.domain.ProviderRefusal {@code too-many-attempts},
     *     {@code temporarily-unavailable}, as at sign-in
     */
    void changePassword(Actor by, String currentPassword, String newPassword);
}
