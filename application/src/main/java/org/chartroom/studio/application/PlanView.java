package org.chartroom.studio.application;

import org.jspecify.annotations.Nullable;

/**
 * How the database would answer a query; what it compares with is made up and about nobody.
 *
 * @param statement the query
 * @param json      the plan that it chose, as PostgreSQL writes it as JSON
 * @param used      whether the best plan that uses indexes uses this one
 * @param with      the cost of the best plan that uses indexes, in the planner's own units, with whatever it takes to find out
 *                  which rows the reader may see
 * @param without   the cost of reading the whole table and no more, in the same units
 */
public record PlanView(IndexView index, String statement, String json, boolean used, double with, double without) {

    /** How many times as much it costs to go without; null where it would cost less, or the index is not used. */
    public @Nullable Double gain() {
        return used && with > 0 && without > with ? without / with : null;
    }
}
