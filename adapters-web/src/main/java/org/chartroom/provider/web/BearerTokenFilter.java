package org.chartroom.provider.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
        if (authorization != null) {
            var bearer = BEARER.matcher(authorization);
            if (!bearer.matches()) throw ProviderRefusal.notSignedIn();
            var actor = signIn.authenticate(Origins.of(request), bearer.group(1));
            request.setAttribute(Actor.class.getName(), actor);
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(actor, null, List.of())));
        }
        chain.doFilter(request, response);
    }
}
