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

    /** What the database tells of the row that broke a constraint; for reading only, since it may quote it. */
    public static String detail(DataIntegrityViolationException failure) {
        return failure.getMostSpecificCause() instanceof PSQLException cause
                        && cause.getServerErrorMessage() != null
                        && cause.getServerErrorMessage().getDetail() != null
                ? cause.getServerErrorMessage().getDetail()
                : "";
    }

    private Constraints() {}
}
