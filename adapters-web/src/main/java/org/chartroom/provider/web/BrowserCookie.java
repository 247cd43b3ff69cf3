package org.chartroom.provider.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What a browser keeps for somebody who is signed in. No script reads it, another site has it sent only by a link that
 * somebody follows here, and it goes when the browser does. It is tied to this very host and to TLS by its prefix; only where a browser talks to a server on the same
 * machine without TLS are both dropped, since nothing is on the wire there.
 */
enum BrowserCookie {
    ACCESS("chartroom-access"),
    REFRESH("chartroom-refresh");

    /** Browsers take such a cookie only with {@code Secure}, for the whole of one host, over TLS (RFC 6265bis, 4.1.3.2). */
    static final String PREFIX = "__Host-";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final String label;

    BrowserCookie(String label) {
        this.label = label;
    }

    Optional<String> in(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        var sought = name(request);
        return Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals(sought))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    void give(HttpServletRequest request, HttpServletResponse response, String value) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, value).build().toString());
    }

    void take(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, "").maxAge(Duration.ZERO).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(!isOnThisMachine(request));
    }

    private String name(HttpServletRequest request) {
        return isOnThisMachine(request) ? label : PREFIX + label;
    }

    /** Without TLS, from this machine, and by a name that no other machine has. */
    static boolean isOnThisMachine(HttpServletRequest request) {
        return !request.isSecure() && LOOPBACK.contains(request.getServerName()) && isLoopback(request.getRemoteAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
