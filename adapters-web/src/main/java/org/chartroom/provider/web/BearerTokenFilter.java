package org.chartroom.provider.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.SignIn;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who bears the access token of a request (RFC 6750, in the header alone: a URL would be logged). */
class BearerTokenFilter extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +([^ ]+) *");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final SignIn signIn;
    private final RequestMatcher open;

    /** @param open where nobody asks who it is, not even when the token is no longer good */
    BearerTokenFilter(SignIn signIn, RequestMatcher open) {
        this.signIn = signIn;
        this.open = open;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            chain.doFilter(request, response);
            return;
        }
        var bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) throw ProviderRefusal.notSignedIn();
        if (READING.contains(request.getMethod())) read(request, response, chain, bearer.group(1));
        else {
            setActor(request, signIn.authenticate(Origins.of(request), bearer.group(1)));
            chain.doFilter(request, response);
        }
    }

    /** Nothing is shown before it is known who asks, be it that something cannot be read, or is none of the database's. */
    private void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String token)
            throws ServletException, IOException {
        try (var admission = signIn.admit(Origins.of(request), token)) {
            setActor(request, admission.actor());
            var answer = new AnswerToAdmitted(response, admission);
            chain.doFilter(request, answer);
            answer.finish();
        }
    }

    private static void setActor(HttpServletRequest request, Actor actor) {
        request.setAttribute(Actor.class.getName(), actor);
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(actor, null, List.of())));
    }
}
