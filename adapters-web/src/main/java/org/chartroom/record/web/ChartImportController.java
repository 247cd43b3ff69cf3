package org.chartroom.record.web;

import org.chartroom.http.Lines;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.ChartImport;
import org.chartroom.record.application.ImportReceipt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChartImportController {

    private final ChartImport charts;

    ChartImportController(ChartImport charts) {
        this.charts = charts;
    }

    @PostMapping(path = Lines.IMPORT, consumes = "application/x-ndjson")
    ImportReceipt importCharts(Actor by, @RequestBody Lines<ChartBody> lines) {
        return charts.take(by, lines.stream().map(ChartBody::line));
    }
}
