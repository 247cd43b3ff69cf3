package org.chartroom.provider.application;

import static org.chartroom.provider.AccountEvent.Kind.COLLEAGUES_LISTED;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chartroom.kernel.Page;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.AccountEvent;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.out.ColleagueViews;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ColleaguesService implements Colleagues {

    private static final Pattern SPACE = Pattern.compile("(?U)\\s+");

    private final ColleagueViews colleagues;
    private final ApplicationEventPublisher events;

    ColleaguesService(ColleagueViews colleagues, ApplicationEventPublisher events) {
        this.colleagues = colleagues;
        this.events = events;
    }

    @Override
    public Optional<Page<ColleagueView, ProviderId>> colleagues(
            Actor by, @Nullable String name, int limit, @Nullable ProviderId after) {
        var page = colleagues.page(by, words(name), limit, after);
        events.publishEvent(new AccountEvent(COLLEAGUES_LISTED, by.id(), by.origin()));
        return page;
    }

    private static List<String> words(@Nullable String name) {
        if (name == null) return List.of();
        var wrong = new Violations();
        wrong.section("name", name, Violations.SHORT_TEXT);
        wrong.refuse();
        return Stream.of(SPACE.split(name)).filter(word -> !word.isEmpty()).toList();
    }
}
