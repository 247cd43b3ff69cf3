package org.chartroom.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Spring Security's own tokens in a cookie, whose name and ties are those of {@link BrowserCookie}. */
final class BrowserCsrfTokens implements CsrfTokenRepository {

    private static final String NAME = "chartroom-csrf";

    private final CookieCsrfTokenRepository overTls = repository(BrowserCookie.PREFIX + NAME, true);
    private final CookieCsrfTokenRepository onThisMachine = repository(NAME, false);

    private static CookieCsrfTokenRepository repository(String name, boolean secure) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(name);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(secure));
        return tokens;
    }

    private CookieCsrfTokenRepository of(HttpServletRequest request) {
        return BrowserCookie.isOnThisMachine(request) ? onThisMachine : overTls;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }
}
