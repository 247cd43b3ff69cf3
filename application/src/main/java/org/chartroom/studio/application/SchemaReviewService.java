package org.chartroom.studio.application;

import java.util.List;
import java.util.stream.Stream;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.provider.Actor;
import org.chartroom.studio.application.out.Catalogue;
import org.chartroom.studio.application.out.TableRows;
import org.chartroom.studio.domain.ClinicTable;
import org.chartroom.studio.domain.StudioRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class SchemaReviewService implements SchemaReview {

    private final Catalogue catalogue;
    private final TableRows rows;
    private final AuditTrail trail;

    SchemaReviewService(Catalogue catalogue, TableRows rows, AuditTrail trail) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.trail = trail;
    }

    @Override
    public SchemaView schema(Actor by) {
        tell(by);
        return catalogue.schema(by);
    }

    @Override
    public List<Tally> tallies(Actor by) {
        tell(by);
        return Stream.of(ClinicTable.values())
                .map(table -> rows.tally(by, table))
                .toList();
    }

    @Override
    public List<IndexView> indexes(Actor by) {
        tell(by);
        return catalogue.indexes(by);
    }

    @Override
    public PlanView plan(Actor by, String index) {
        tell(by);
        return catalogue.findPlan(by, index).orElseThrow(StudioRefusal::unknownIndex);
    }

    private void tell(Actor by) {
        trail.record(by, AuditEvent.ofList(Reference.Kind.SCHEMA));
    }
}
