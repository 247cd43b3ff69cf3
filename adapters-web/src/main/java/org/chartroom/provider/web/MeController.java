package org.chartroom.provider.web;

import org.chartroom.http.ETags;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.OwnAccount;
import org.chartroom.provider.application.ProviderView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/me")
class MeController {

    private final OwnAccount account;
    private final ProviderMapper mapper;

    MeController(OwnAccount account, ProviderMapper mapper) {
        this.account = account;
        this.mapper = mapper;
    }

    @GetMapping
    ResponseEntity<ProviderResponse> me(Actor by) {
        return answer(account.me(by));
    }

    @PutMapping
    ResponseEntity<ProviderResponse> changeMe(
            Actor by,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ProviderBody body) {
        return answer(account.replace(by, body.details(), ETags.seen(ifMatch)));
    }

    @PutMapping("/password")
    ResponseEntity<Void> changePassword(Actor by, @RequestBody PasswordBody body) {
        body.check();
        account.changePassword(by, body.currentPassword, body.newPassword);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<ProviderResponse> answer(ProviderView provider) {
        return ResponseEntity.ok().eTag(ETags.of(provider.version())).body(mapper.response(provider));
    }

    /** What is required can be left out in JSON; it is checked before it is used. */
    @Phi
    record PasswordBody(String currentPassword, String newPassword) {

        private void check() {
            var wrong = new Violations();
            wrong.required("currentPassword", currentPassword);
            wrong.required("newPassword", newPassword);
            wrong.refuse();
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
