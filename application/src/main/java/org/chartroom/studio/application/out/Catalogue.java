package org.chartroom.studio.application.out;

import java.util.List;
import java.util.Optional;
import org.chartroom.provider.Actor;
import org.chartroom.studio.application.IndexView;
import org.chartroom.studio.application.PlanView;
import org.chartroom.studio.application.SchemaView;

/** What the store says of itself. */
public interface Catalogue {

    /** The tables in which patients and their care are kept, by name. */
    SchemaView schema(Actor by);

    /** The indexes of these tables, and of those that decide what is seen and found of them, by table and name. */
    List<IndexView> indexes(Actor by);

    /** Empty when there is no such index, or no query is known that it serves. */
    Optional<PlanView> findPlan(Actor by, String index);
}
