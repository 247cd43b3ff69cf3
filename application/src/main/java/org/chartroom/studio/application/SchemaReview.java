package org.chartroom.studio.application;

import java.util.List;
import org.chartroom.provider.Actor;

/** What is looked at of the tables themselves; no row is. */
public interface SchemaReview {

    /** The tables and their relationships, as the database has them. */
    SchemaView schema(Actor by);

    /** How many rows of each table the actor sees. */
    List<Tally> tallies(Actor by);

    /** The indexes, as the database has them, by table and name. */
    List<IndexView> indexes(Actor by);

    /**
     * How the database would answer, at this moment, the query that an index is there for.
     *
     * @throws org.chartroom.kernel.Refusal {@code not-found} when there is no such index, or no query is known that it serves
     */
    PlanView plan(Actor by, String index);
}
