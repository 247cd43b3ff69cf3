package org.chartroom.record.web;

import java.util.concurrent.Semaphore;
import org.chartroom.http.Lines;
import org.chartroom.provider.Actor;
import org.chartroom.record.application.ChartImport;
import org.chartroom.record.application.ImportReceipt;
import org.chartroom.record.domain.RecordRefusal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChartImportController {

    /**
     * An import keeps a connection of the pool from its first byte to its last, however slowly they come: so many at once
     * leave three quarters of it to everybody else.
     */
    private static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ChartImport charts;

    ChartImportController(ChartImport charts) {
        this.charts = charts;
    }

    @PostMapping(path = Lines.IMPORT, consumes = "application/x-ndjson")
    ImportReceipt importCharts(Actor by, @RequestBody Lines<ChartBody> lines) {
        if (!places.tryAcquire()) throw RecordRefusal.importsUnderWay();
        try {
            return charts.take(by, lines.stream().map(ChartBody::line));
        } finally {
            places.release();
        }
    }
}
