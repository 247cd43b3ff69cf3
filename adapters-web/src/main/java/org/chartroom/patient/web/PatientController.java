package org.chartroom.patient.web;

import java.net.URI;
import java.util.UUID;
import org.chartroom.http.ETags;
import org.chartroom.http.Paging;
import org.chartroom.kernel.Violations;
import org.chartroom.patient.PatientId;
import org.chartroom.patient.application.PatientIndex;
import org.chartroom.patient.application.PatientView;
import org.chartroom.patient.application.Registration;
import org.chartroom.patient.application.Whose;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;
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
@RequestMapping("/api/patients")
class PatientController {

    private final Registration registration;
    private final PatientIndex index;
    private final PatientMapper mapper;

    PatientController(Registration registration, PatientIndex index, PatientMapper mapper) {
        this.registration = registration;
        this.index = index;
        this.mapper = mapper;
    }

    @PostMapping
    ResponseEntity<PatientResponse> register(Actor by, @RequestBody RegistrationBody body) {
        var patient = registration.register(by, body.details(), body.confirmed());
        return answer(ResponseEntity.created(URI.create("/api/patients/" + patient.id())), patient);
    }

    @GetMapping
    Paging.Items<PatientLine> patients(
            Actor by,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String bornOn,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var whose = shared ? Whose.SHARED : Whose.OWN;
        var search = SearchParameters.search(name, phone, email, bornOn);
        var paging = Paging.of(limit, cursor, "patients", whose, name, phone, email, bornOn);
        var after = paging.after();
        var page = index.patients(by, whose, search, paging.limit(), after == null ? null : new PatientId(after));
        return paging.items(page.orElseThrow(Paging::lost), mapper::line, PatientId::value);
    }

    @GetMapping("/{id}")
    ResponseEntity<PatientResponse> patient(Actor by, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), index.patient(by, new PatientId(id)));
    }

    @PutMapping("/{id}")
    ResponseEntity<PatientResponse> revisePatient(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PatientBody body) {
        var seen = ETags.seen(ifMatch);
        return answer(ResponseEntity.ok(), registration.revise(by, new PatientId(id), body.details(), seen));
    }

    @GetMapping("/{id}/accesses")
    Paging.Items<AccessLine> accesses(
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var paging = Paging.of(limit, cursor, "accesses", id);
        var page = index.accesses(by, new PatientId(id), paging.limit(), paging.afterNumber());
        return paging.items(page, mapper::line, Paging::number);
    }

    @PutMapping("/{id}/provider")
    ResponseEntity<Void> transfer(
            Actor by,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TransferBody body) {
        registration.transfer(by, new PatientId(id), body.receiver(), ETags.seen(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<PatientResponse> answer(ResponseEntity.BodyBuilder response, PatientView patient) {
        return response.eTag(ETags.of(patient.version())).body(mapper.response(patient));
    }

    /** To whom a patient is handed over. What is required can be left out in JSON; it is checked before it is used. */
    record TransferBody(UUID providerId) {

        private ProviderId receiver() {
            var wrong = new Violations();
            wrong.required("providerId", providerId);
            wrong.refuse();
            return new ProviderId(providerId);
        }
    }
}
