package org.chartroom.provider;

import org.chartroom.kernel.PersonName;

/** What other features may ask of whoever is signed in. */
public interface ProviderDirectory {

    /** The actor's name at present. */
    PersonName nameOf(Actor by);

    /**
     * Has the actor shown the own password once more, before something is done that only he may do. It takes a good part of
     * a second, so no transaction may run around it.
     *
     * @throws org.chartroom.kernel.InvalidInput {@code wrong} at {@code password}
     * @throws org.chartroom.kernel.Refusal {@code too-many-attempts}, {@code temporarily-unavailable}, as at sign-in
     */
    void reauthenticate(Actor by, String password);
}
