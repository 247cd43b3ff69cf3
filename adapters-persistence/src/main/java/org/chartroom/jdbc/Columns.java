package org.chartroom.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.chartroom.kernel.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;

/** Java's types in PostgreSQL's columns, where JDBC has no method of its own for them. */
public final class Columns {

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID optionalUuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        var instant = row.getObject(column, OffsetDateTime.class);
        return instant == null ? null : instant.toInstant();
    }

    public static Version version(ResultSet row) throws SQLException {
        return new Version(instant(row, "updated_at"));
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    /** A value of a PostgreSQL enum, whose names are the constants' in lower case. */
    public static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    /** An instant as a statement's parameter. */
    public static OffsetDateTime timestamptz(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Ids as a statement's parameter, to be cast to {@code uuid[]}. */
    public static <T> String[] uuids(List<T> things, Function<T, UUID> id) {
        return things.stream().map(thing -> id.apply(thing).toString()).toArray(String[]::new);
    }

    /** What each of some things has there, as a statement's parameter, to be cast to an array of its type. */
    public static <T> @Nullable String[] texts(List<T> things, Function<T, @Nullable Object> trait) {
        return things.stream()
                .map(trait)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    /**
     * What is joined from the left by a query that has one row without an {@code id} where there is nothing to join: an empty
     * list then, and nothing where the left side itself is missing.
     */
    public static <T> ResultSetExtractor<Optional<List<T>>> joined(RowMapper<T> mapper) {
        return rows -> {
            if (!rows.next()) return Optional.empty();
            var joined = new ArrayList<T>();
            do {
                if (rows.getObject("id") != null) joined.add(mapper.mapRow(rows, joined.size()));
            } while (rows.next());
            return Optional.of(joined);
        };
    }

    private Columns() {}
}
