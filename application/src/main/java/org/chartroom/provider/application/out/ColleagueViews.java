package org.chartroom.provider.application.out;

import java.util.List;
import java.util.Optional;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.ColleagueView;
import org.jspecify.annotations.Nullable;

/** Providers as colleagues see them; each view is one read. */
public interface ColleagueViews {

    /**
     * Everybody whose account is open, by last name, first name and id, at most {@code limit}.
     *
     * @param words each, in whatever case, is the beginning of the first or the last name
     * @param after the provider behind whom the page begins; null for the first page
     * @return empty when there is no provider {@code after}
     */
    Optional<Page<ColleagueView, ProviderId>> page(Actor by, List<String> words, int limit, @Nullable ProviderId after);
}
