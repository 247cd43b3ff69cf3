package org.chartroom.http;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.chartroom.kernel.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list a client asks for, from the parameters {@code limit} and {@code cursor}.
 *
 * @param limit most items, 1 to 100, 25 when left out
 * @param after id of the item behind which the page begins; null for the first page
 */
public record Paging(int limit, @Nullable UUID after) {

    /**
     * Reads the parameters, either of which may be left out.
     *
     * @throws MalformedRequest when one is not acceptable
     */
    public static Paging of(@Nullable Integer limit, @Nullable String cursor) {
        if (limit != null && (limit < 1 || limit > 100))
            throw new MalformedRequest("limit", "must be between 1 and 100");
        return new Paging(limit == null ? 25 : limit, cursor == null ? null : id(cursor));
    }

    /**
     * {@link #after} in a list whose items are numbered.
     *
     * @throws MalformedRequest when the cursor is of another list
     */
    public @Nullable Long afterNumber() {
        if (after == null) return null;
        if (after.getMostSignificantBits() != 0) throw foreign();
        return after.getLeastSignificantBits();
    }

    /** A number as the cursor of a list whose items are numbered. */
    public static UUID number(long number) {
        return new UUID(0, number);
    }

    /** A cursor that no longer leads anywhere, because what it points behind is gone. */
    public static MalformedRequest lost() {
        return new MalformedRequest("cursor", "leads nowhere any more; begin at the first page again");
    }

    private static UUID id(String cursor) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == 2 * Long.BYTES) return new UUID(bytes.getLong(), bytes.getLong());
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw foreign();
    }

    private static MalformedRequest foreign() {
        return new MalformedRequest("cursor", "must be the next of a previous page, unchanged");
    }

    private static String cursor(UUID id) {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * One page of a list.
     *
     * @param next cursor of the next page; null on the last one
     */
    public record Items<T>(List<T> items, @Nullable String next) {

        public static <S, K, T> Items<T> of(Page<S, K> page, Function<S, T> item, Function<K, UUID> id) {
            var next = page.next();
            return new Items<>(page.items().stream().map(item).toList(), next == null ? null : cursor(id.apply(next)));
        }
    }
}
