package org.chartroom.provider.web;

import org.chartroom.http.Paging;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
import org.chartroom.provider.application.Colleagues;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/providers")
class ColleagueController {

    private final Colleagues colleagues;
    private final ProviderMapper mapper;

    ColleagueController(Colleagues colleagues, ProviderMapper mapper) {
        this.colleagues = colleagues;
        this.mapper = mapper;
    }

    @GetMapping
    Paging.Items<ColleagueLine> providers(
            Actor by,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var paging = Paging.of(limit, cursor, "providers", name);
        var after = paging.after();
        var page = colleagues.colleagues(by, name, paging.limit(), after == null ? null : new ProviderId(after));
        return paging.items(page.orElseThrow(Paging::lost), mapper::line, ProviderId::value);
    }
}
