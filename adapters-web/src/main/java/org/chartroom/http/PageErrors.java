package org.chartroom.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.HtmlUtils;

/**
 * Shows people in a browser as a page what {@link ProblemAdvice} tells a client as JSON: it decides, with its status and its
 * headers, and here it gets its looks.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(Pages.ENABLED)
class PageErrors implements WebMvcConfigurer {

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new InHtml(List.copyOf(resolvers)));
    }

    /** @param told by whom everything is told that is no page's */
    private record InHtml(List<HandlerExceptionResolver> told) implements HandlerExceptionResolver, Ordered {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public @Nullable ModelAndView resolveException(
                HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
            if (!Pages.isOne(request)) return null;
            var quiet = new Muted(response);
            for (var each : told) {
                if (each.resolveException(request, quiet, handler, failure) == null) continue;
                write(response, quiet.getStatus());
                return new ModelAndView();
            }
            return null;
        }

        private static void write(HttpServletResponse response, int status) {
            // a page may have begun before it failed
            response.resetBuffer();
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            try {
                response.getWriter().write(page(status));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private static String page(int status) {
        var title = switch (status) {
            case 403 -> "This form has expired";
            case 404 -> "Not found";
            case 503 -> "One moment, please";
            default -> status < 500 ? "That cannot be shown" : "Something went wrong";
        };
        var text = switch (status) {
            case 403 -> "It was left open for too long, or another site has sent it. Nothing was done.";
            case 404 -> "There is nothing here, or it is not yours to see.";
            case 503 -> "The records cannot be reached at the moment. Please try again.";
            default ->
                status < 500
                        ? "What was asked for does not fit, such as a day that there is not, or a page that only a form leads to."
                        : "It is noted on our side.";
        };
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%1$s · Chartroom</title>
                <link rel="icon" href="/studio/assets/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/studio/assets/pico.min.css">
                <link rel="stylesheet" href="/studio/assets/studio.css">
                </head>
                <body class="alone">
                <main>
                <p class="figure">%3$d</p>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="/studio">To the map of the tables</a></p>
                </main>
                </body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(text), status);
    }
}
