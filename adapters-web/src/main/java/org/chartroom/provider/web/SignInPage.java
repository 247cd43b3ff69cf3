package org.chartroom.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chartroom.http.Pages;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.application.SignIn;
import org.chartroom.provider.domain.ProviderRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in and out in a browser; what the session is, and how often somebody may try, is decided where clients do it. */
@Controller
@RequestMapping(Pages.ROOT)
@ConditionalOnBooleanProperty(Pages.ENABLED)
class SignInPage {

    static final String PATH = Pages.ROOT + "/sign-in";

    private final SignIn signIn;

    SignInPage(SignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping("/sign-in")
    String page(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String told,
            Model model) {
        model.addAttribute("next", Pages.isAddressOfOne(next) ? next : Pages.ROOT);
        model.addAttribute("told", told);
        model.addAttribute("open", isOpen(request));
        return "provider/web/sign-in";
    }

    /** An error goes back in the address, as a word of ours, so that going back in the browser sends no password again. */
    @PostMapping("/sign-in")
    String signIn(
            Origin from,
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!isOpen(request)) return "redirect:" + address(next);
        try {
            BrowserSessionFilter.give(request, response, signIn.signIn(from, email, password));
            return "redirect:" + (Pages.isAddressOfOne(next) ? next : Pages.ROOT);
        } catch (ProviderRefusal refusal) {
            return "redirect:" + address(next) + (next == null ? "?" : "&") + "told=" + word(refusal);
        }
    }

    /** Nobody's password goes over a wire that others can listen to. */
    private static boolean isOpen(HttpServletRequest request) {
        return request.isSecure() || BrowserCookie.isOnThisMachine(request);
    }

    @PostMapping("/sign-out")
    String signOut(Actor by, HttpServletRequest request, HttpServletResponse response) {
        signIn.signOut(by);
        BrowserSessionFilter.take(request, response);
        return "redirect:" + PATH + "?told=signed-out";
    }

    /** Whoever is not signed in, and back to where they wanted to be. */
    static void leadTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (BrowserSessionFilter.isBesideAPage(request)) {
            // the page itself goes there, not a part of it
            response.setHeader("HX-Redirect", PATH);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else response.sendRedirect(address(wanted(request)));
    }

    /** Null for the first page, which is where everybody is led anyway, and for what was not merely to be looked at. */
    private static @Nullable String wanted(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())
                || request.getRequestURI().equals(Pages.ROOT)) return null;
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Of the page, for whoever wanted another one. */
    private static String address(@Nullable String next) {
        var address = UriComponentsBuilder.fromPath(PATH);
        if (next != null) address.queryParam("next", "{next}");
        return next == null ? address.toUriString() : address.build(next).toString();
    }

    private static String word(ProviderRefusal refusal) {
        return switch (refusal.kind()) {
            case THROTTLED -> "too-often";
            case BUSY -> "busy";
            default -> "wrong";
        };
    }
}
