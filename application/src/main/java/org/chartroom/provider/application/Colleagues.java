package org.chartroom.provider.application;

import java.util.Optional;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/** Where providers look each other up, to book with one another or hand a patient over. */
public interface Colleagues {

    /**
     * Every provider whose account is open, the actor among them, by last name, first name and id.
     *
     * @param name  words, in any case: each is the beginning of the first or the last name; null for everybody
     * @param limit most items of the page, 1 to 100
     * @param after the provider behind whom the page begins; null for the first page
     * @return empty when there is no provider {@code after} to begin behind, or no longer
     * @throws org.chartroom.kernel.InvalidInput {@code too-long}, {@code unstorable} for {@code name}
     */
    Optional<Page<ColleagueView, ProviderId>> colleagues(
            Actor by, @Nullable String name, int limit, @Nullable ProviderId after);
}
