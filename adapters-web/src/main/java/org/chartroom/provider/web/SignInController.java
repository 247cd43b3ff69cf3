package org.chartroom.provider.web;

import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.kernel.Violations;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.SignIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class SignInController {

    private final SignIn signIn;

    SignInController(SignIn signIn) {
        this.signIn = signIn;
    }

    @PostMapping("/token")
    TokenResponse signIn(Origin from, @RequestBody CredentialsBody body) {
        body.check();
        return TokenResponse.of(signIn.signIn(from, body.email, body.password));
    }

    @PostMapping("/refresh")
    TokenResponse refresh(Origin from, @RequestBody RefreshBody body) {
        body.check();
        return TokenResponse.of(signIn.refresh(from, body.refreshToken));
    }

    @PostMapping("/logout")
    ResponseEntity<Void> signOut(Actor by) {
        signIn.signOut(by);
        return ResponseEntity.noContent().build();
    }

    /** What is required can be left out in JSON; it is checked before it is used. */
    @Phi
    record CredentialsBody(String email, String password) {

        private void check() {
            var wrong = new Violations();
            wrong.required("email", email);
            wrong.required("password", password);
            wrong.refuse();
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /** As {@link CredentialsBody}. */
    @Phi
    record RefreshBody(String refreshToken) {

        private void check() {
            var wrong = new Violations();
            wrong.required("refreshToken", refreshToken);
            wrong.refuse();
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }

    /**
     * Tokens as a client reads them (RFC 6749, 5.1, in the API's own spelling).
     *
     * @param expiresIn seconds for which the access token will be taken
     */
    @Phi
    record TokenResponse(String accessToken, String tokenType, long expiresIn, String refreshToken) {

        private static TokenResponse of(SignIn.Tokens tokens) {
            return new TokenResponse(
                    tokens.access().value(),
                    "Bearer",
                    tokens.accessFor().toSeconds(),
                    tokens.refresh().value());
        }

        @Override
        public String toString() {
            return Redacted.text(this);
        }
    }
}
