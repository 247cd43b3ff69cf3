package org.chartroom.appointment.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chartroom.appointment.AppointmentId;
import org.chartroom.appointment.application.AppointmentBook;
import org.chartroom.appointment.application.AppointmentView;
import org.chartroom.appointment.application.FrontDesk;
import org.chartroom.appointment.domain.AppointmentStatus;
import org.chartroom.http.ETags;
import org.chartroom.http.Paging;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/appointments")
class AppointmentController {

    private final FrontDesk desk;
    private final AppointmentBook book;

    AppointmentController(FrontDesk desk, AppointmentBook book) {
        this.desk = desk;
        this.book = book;
    }

    @PostMapping
    ResponseEntity<AppointmentView> book(Actor by, @RequestBody BookingBody body) {
        var appointment = desk.book(by, body.command(by));
        return answer(ResponseEntity.created(URI.create("/api/appointments/" + appointment.id())), appointment);
    }

    @GetMapping
    Paging.Items<AppointmentView> appointments(
            Actor by,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable UUID patientId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var query = ListParameters.query(from, to, status, patientId);
        var paging = Paging.of(limit, cursor, "appointments", query.from(), query.to(), query.statuses(), patientId);
        var after = paging.after();
        var page = book.appointments(by, query, paging.limit(), after == null ? null : new AppointmentId(after));
        return paging.items(page.orElseThrow(Paging::lost), appointment -> appointment, AppointmentId::value);
    }

    @GetMapping("/{id}")
    ResponseEntity<AppointmentView> appointment(Actor by, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), book.appointment(by, new AppointmentId(id)));
    }

    @PutMapping("/{id}")
    ResponseEntity<AppointmentView> reviseAppointment(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RevisionBody body) {
        return answer(ResponseEntity.ok(), desk.revise(by, new AppointmentId(id), ETags.seen(ifMatch), body.command()));
    }

    @PutMapping("/{id}/status")
    ResponseEntity<AppointmentView> changeStatus(Actor by, @PathVariable UUID id, @RequestBody StatusBody body) {
        return answer(ResponseEntity.ok(), desk.changeStatus(by, new AppointmentId(id), body.checked()));
    }

    private static ResponseEntity<AppointmentView> answer(
            ResponseEntity.BodyBuilder response, AppointmentView appointment) {
        return response.eTag(ETags.of(appointment.version())).body(appointment);
    }

    record StatusBody(AppointmentStatus status) {

        private AppointmentStatus checked() {
            var wrong = new Violations();
            wrong.required("status", status);
            wrong.refuse();
            return status;
        }
    }
}
