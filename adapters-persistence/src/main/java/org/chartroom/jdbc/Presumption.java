package org.chartroom.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@link ActorJdbc#presume} takes for granted, until a statement finds out or somebody asks. Of one thread. */
public final class Presumption implements AutoCloseable {

    private final UUID provider;
    private final String query;
    private final List<String> parameters;
    private final BooleanSupplier lookUp;
    private final Supplier<? extends RuntimeException> refusal;
    private final Runnable forget;
    private @Nullable Boolean stands;

    Presumption(
            UUID provider,
            String query,
            List<String> parameters,
            BooleanSupplier lookUp,
            Supplier<? extends RuntimeException> refusal,
            Runnable forget) {
        this.provider = provider;
        this.query = query;
        this.parameters = parameters;
        this.lookUp = lookUp;
        this.refusal = refusal;
        this.forget = forget;
    }

    String query() {
        return query;
    }

    List<String> parameters() {
        return parameters;
    }

    /** Whether it is still to be found out, and by a statement as that provider. */
    boolean isOpenFor(UUID acting) {
        return stands == null && provider.equals(acting);
    }

    void settle(ResultSet row) throws SQLException {
        stands = row.getBoolean("stands");
        require();
    }

    /** Looks it up where no statement has found it out yet. */
    void require() {
        if (!stands()) throw refusal.get();
    }

    /** Whether it is so; looked up where no statement has found it out yet. */
    public boolean stands() {
        var known = stands;
        if (known == null) stands = known = lookUp.getAsBoolean();
        return known;
    }

    /** Nothing is taken for granted any more. */
    @Override
    public void close() {
        forget.run();
    }
}
