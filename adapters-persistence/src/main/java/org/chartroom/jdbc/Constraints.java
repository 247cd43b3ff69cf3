package org.chartroom.jdbc;

import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;

/** Tells which constraint a statement broke, by the name that the migrations gave it. */
public final class Constraints {

    public static boolean violated(DataIntegrityViolationException failure, String constraint) {
        return failure.getMostSpecificCause() instanceof PSQLException cause
                && cause.getServerErrorMessage() != null
                && constraint.equals(cause.getServerErrorMessage().getConstraint());
    }

    private Constraints() {}
}
