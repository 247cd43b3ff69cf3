package org.chartroom.studio.web;

import java.util.List;
import java.util.stream.Stream;
import org.chartroom.http.Pages;
import org.chartroom.kernel.Phi;
import org.chartroom.kernel.Redacted;
import org.chartroom.studio.domain.ClinicTable;

/**
 * What stands around every page.
 *
 * @param path   of the page
 * @param here   the same with what it asks for
 * @param veiled whether names and texts are hidden
 * @param demo   whether it is the demo clinic on the embedded database
 */
@Phi
record Frame(String path, String here, boolean veiled, boolean demo) {

    /** A way to another page; the one that leads here says so. */
    record Way(String title, String href, boolean current) {}

    public Way map() {
        return new Way("Map", Pages.ROOT, path.equals(Pages.ROOT));
    }

    public Way plans() {
        var href = Pages.ROOT + "/plans";
        return new Way("Plans", href, path.startsWith(href));
    }

    public List<Way> tables() {
        return Stream.of(ClinicTable.values())
                .map(table -> {
                    var href = Pages.ROOT + "/tables/" + table.label();
                    return new Way(Words.title(table), href, path.equals(href) || path.startsWith(href + "/"));
                })
                .toList();
    }

    @Override
    public String toString() {
        return Redacted.text(this);
    }
}
