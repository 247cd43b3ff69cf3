package org.chartroom.studio.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.chartroom.http.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Hides names and whatever else people wrote, for a screen that others see; it does not leave the server then. */
enum Veil {
    UP,
    DOWN;

    static final String HIDDEN = "•••";

    private static final String COOKIE = "chartroom-veil";

    static Veil of(HttpServletRequest request) {
        var cookies = request.getCookies();
        var down = cookies != null
                && Stream.of(cookies)
                        .anyMatch(cookie -> cookie.getName().equals(COOKIE)
                                && cookie.getValue().equals("down"));
        return down ? DOWN : UP;
    }

    /** From the next page on. */
    void keep(HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, isDown() ? "down" : "up")
                .path(Pages.ROOT)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    boolean isDown() {
        return this == DOWN;
    }

    /** What may be seen of a text. */
    String over(String text) {
        return isDown() && !text.isEmpty() ? HIDDEN : text;
    }

    @Nullable
    String overAny(@Nullable String text) {
        return text == null ? null : over(text);
    }
}
