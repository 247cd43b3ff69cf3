package org.chartroom.record.web;

import java.net.URI;
import java.util.UUID;
import org.chartroom.http.Paging;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.Signing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/records/{id}")
class SignatureController {

    private final Signing signing;

    SignatureController(Signing signing) {
        this.signing = signing;
    }

    @PostMapping("/signature")
    SignatureResponse sign(Actor by, @PathVariable UUID id, @RequestBody SignatureBody body) {
        return SignatureResponse.of(signing.sign(by, new MedicalRecordId(id), body.checked()));
    }

    @GetMapping("/signatures")
    Paging.Items<SignatureResponse> signatures(Actor by, @PathVariable UUID id) {
        return Paging.all(signing.signatures(by, new MedicalRecordId(id)), SignatureResponse::of);
    }

    @PostMapping("/addenda")
    ResponseEntity<AddendumResponse> addAddendum(Actor by, @PathVariable UUID id, @RequestBody AddendumBody body) {
        var addendum = signing.add(by, new MedicalRecordId(id), body.checked());
        return ResponseEntity.created(URI.create("/api/records/" + id + "/addenda"))
                .body(AddendumResponse.of(addendum));
    }

    @GetMapping("/addenda")
    Paging.Items<AddendumResponse> addenda(Actor by, @PathVariable UUID id) {
        return Paging.all(signing.addenda(by, new MedicalRecordId(id)), AddendumResponse::of);
    }

    /** What is required can be left out in JSON; it is checked before it is used. */
    @Phi
    record SignatureBody(String password) {

        private String checked() {
            var wrong = new Violations();
            wrong.required("password", password);
            wrong.refuse();
            return password;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** What is required can be left out in JSON; it is checked before it is used. */
    @Phi
    record AddendumBody(String text) {

        private String checked() {
            var wrong = new Violations();
            wrong.text("text", text, Violations.FREE_TEXT);
            wrong.refuse();
            return text;
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
