package org.chartroom.http;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.HtmlUtils;

/** The page behind each problem's {@code type}, for whoever meets one: what it means, and what to do. */
@RestController
@RequestMapping("/problems")
class ProblemPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @GetMapping
    ResponseEntity<String> all() {
        var list = Stream.of(ProblemType.values())
                .map(type -> "<li>%d <a href=\"/problems/%s\">%s</a>: %s</li>"
                        .formatted(type.status(), type.code(), type.code(), HtmlUtils.htmlEscape(type.when())))
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
        return page("Problems", list);
    }

    @GetMapping("/{code}")
    ResponseEntity<String> one(@PathVariable String code) throws NoResourceFoundException {
        var type = ProblemType.of(code)
                .orElseThrow(() -> new NoResourceFoundException(HttpMethod.GET, "/problems/" + code, ""));
        return page(type.title(), """
                <p>Status %d, code <code>%s</code></p>
                <h2>What it means</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                <p><a href="/problems">All problems</a></p>""".formatted(
                type.status(), type.code(), HtmlUtils.htmlEscape(type.when()), HtmlUtils.htmlEscape(type.remedy())));
    }

    private static ResponseEntity<String> page(String title, String content) {
        return ResponseEntity.ok().contentType(HTML).body("""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s · Chartroom</title></head>
            <body>
            <main>
            <h1>%s</h1>
            %s
            </main>
            </body>
            </html>
            """.formatted(title, title, content));
    }
}
