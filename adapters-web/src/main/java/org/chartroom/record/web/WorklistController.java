package org.chartroom.record.web;

import org.chartroom.appointment.AppointmentId;
import org.chartroom.http.Paging;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/worklist")
class WorklistController {

    private final Worklist worklist;

    WorklistController(Worklist worklist) {
        this.worklist = worklist;
    }

    @GetMapping
    Paging.Items<WorkItemResponse> worklist(
            Actor by,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var paging = Paging.of(limit, cursor, "worklist");
        var after = paging.after();
        var page = worklist.items(by, paging.limit(), after == null ? null : new AppointmentId(after));
        return paging.items(page.orElseThrow(Paging::lost), WorkItemResponse::of, AppointmentId::value);
    }
}
