package org.chartroom.studio.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.chartroom.http.Pages;
import org.chartroom.patient.PatientId;
import org.chartroom.provider.Actor;
import org.chartroom.studio.RowId;
import org.chartroom.studio.application.RowReview;
import org.chartroom.studio.application.SchemaReview;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.Demo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

@Controller
@RequestMapping(Pages.ROOT)
class StudioController {

    private final SchemaReview schema;
    private final RowReview rows;
    private final Demo demo;
    private final JsonMapper json;

    StudioController(SchemaReview schema, RowReview rows, Demo demo, JsonMapper json) {
        this.schema = schema;
        this.rows = rows;
        this.demo = demo;
        this.json = json;
    }

    /** What every page has around it. */
    @ModelAttribute
    void surroundings(HttpServletRequest request, Model model) {
        var query = request.getQueryString();
        model.addAttribute(
                "frame",
                new Frame(
                        request.getRequestURI(),
                        request.getRequestURI() + (query == null ? "" : "?" + query),
                        Veil.of(request).isDown(),
                        demo.shown()));
    }

    @GetMapping
    String map(Actor by, Model model) {
        model.addAttribute("map", MapScreen.of(schema.schema(by)));
        return "studio/web/map";
    }

    /** Asked for by the map itself, once it is there, so that nobody waits for what has to be counted. */
    @GetMapping("/tallies")
    String tallies(Actor by, Model model) {
        model.addAttribute("tallies", schema.tallies(by).stream().map(Count::of).toList());
        return "studio/web/tallies";
    }

    @GetMapping("/tables/{table}")
    String table(
            Actor by,
            @PathVariable String table,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        var shown = ClinicTable.of(table);
        // a form cannot write an address as it is shared
        if (TableAddress.isForm(parameters)) return "redirect:" + TableAddress.ofForm(shown, parameters);
        var address = TableAddress.of(shown, parameters);
        model.addAttribute(
                "screen", new TableScreen(address, rows.page(by, address.query()), Veil.of(request), own(by)));
        model.addAttribute("refused", parameters.containsKey(TableAddress.REFUSED));
        return "studio/web/table";
    }

    @GetMapping("/tables/{table}/{id}")
    String row(Actor by, @PathVariable String table, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var row = rows.row(by, ClinicTable.of(table), new RowId(id));
        model.addAttribute("screen", new RowScreen(row, Veil.of(request), own(by)));
        return "studio/web/row";
    }

    @GetMapping("/patients/{id}/chart")
    String chart(Actor by, @PathVariable UUID id, HttpServletRequest request, Model model) {
        model.addAttribute("screen", ChartScreen.of(rows.chart(by, new PatientId(id)), Veil.of(request)));
        return "studio/web/chart";
    }

    @GetMapping({"/plans", "/plans/{index}"})
    String plans(Actor by, @PathVariable(required = false) @Nullable String index, Model model) {
        var plan = schema.plan(by, index == null ? PlansScreen.BEFORE_CHOICE : index);
        model.addAttribute("screen", new PlansScreen(schema.indexes(by), plan, PlanTree.of(json, plan.json())));
        return "studio/web/plans";
    }

    /** The actor's own row. */
    private static RowId own(Actor by) {
        return new RowId(by.id().value());
    }

    @PostMapping("/veil")
    String veil(
            Actor by,
            @RequestParam boolean down,
            @RequestParam(defaultValue = Pages.ROOT) String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        (down ? Veil.DOWN : Veil.UP).keep(request, response);
        if (!Pages.isAddressOfOne(back)) return "redirect:" + Pages.ROOT;
        // a filter may hold a name, and the address bar shows it
        return "redirect:" + (down ? back.split("\\?", 2)[0] : back);
    }
}
