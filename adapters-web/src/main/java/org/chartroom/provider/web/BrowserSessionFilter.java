package org.chartroom.provider.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.SignIn;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who is signed in in a browser. The session is the same as a client's, in the database, and its tokens are the
 * cookies; when the access token is over, the next page is fetched with what the refresh token is given for.
 */
class BrowserSessionFilter extends OncePerRequestFilter {

    private final SignIn signIn;
    private final RequestMatcher open;

    /** @param open where nobody asks who it is */
    BrowserSessionFilter(SignIn signIn, RequestMatcher open) {
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
        signedIn(request).or(() -> refreshed(request, response)).ifPresent(actor -> {
            request.setAttribute(Actor.class.getName(), actor);
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(actor, null, List.of())));
        });
        chain.doFilter(request, response);
    }

    private Optional<Actor> signedIn(HttpServletRequest request) {
        return BrowserCookie.ACCESS.in(request).flatMap(token -> authenticated(request, token));
    }

    /** Not for what a page fetches for itself: two requests that refresh at once would look like a theft. */
    private Optional<Actor> refreshed(HttpServletRequest request, HttpServletResponse response) {
        if (isBesideAPage(request)) return Optional.empty();
        return BrowserCookie.REFRESH.in(request).flatMap(token -> {
            try {
                var tokens = signIn.refresh(Origins.of(request), token);
                give(request, response, tokens);
                return authenticated(request, tokens.access().value());
            } catch (ProviderRefusal over) {
                take(request, response);
                return Optional.empty();
            }
        });
    }

    /** Fetched by a page for itself, and not followed by somebody. */
    static boolean isBesideAPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    private Optional<Actor> authenticated(HttpServletRequest request, String accessToken) {
        try {
            return Optional.of(signIn.authenticate(Origins.of(request), accessToken));
        } catch (ProviderRefusal over) {
            return Optional.empty();
        }
    }

    static void give(HttpServletRequest request, HttpServletResponse response, SignIn.Tokens tokens) {
        BrowserCookie.ACCESS.give(request, response, tokens.access().value());
        BrowserCookie.REFRESH.give(request, response, tokens.refresh().value());
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        BrowserCookie.ACCESS.take(request, response);
        BrowserCookie.REFRESH.take(request, response);
    }
}
