package org.chartroom.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
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
 * @param query tells one list, and one search in it, from others: a cursor of another leads nowhere
 */
public record Paging(int limit, @Nullable UUID after, int query) {

    private static final int CURSOR_BYTES = 2 * Long.BYTES + Integer.BYTES;

    /**
     * Reads the parameters, either of which may be left out.
     *
     * @param query the list's name and whatever else was asked for; what prints the same is the same, on every node
     * @throws MalformedRequest when one is not acceptable
     */
    public static Paging of(@Nullable Integer limit, @Nullable String cursor, @Nullable Object... query) {
        if (limit != null && (limit < 1 || limit > 100))
            throw new MalformedRequest("limit", "must be between 1 and 100");
        var fingerprint = Arrays.toString(query).hashCode();
        return new Paging(limit == null ? 25 : limit, cursor == null ? null : id(cursor, fingerprint), fingerprint);
    }

    /** {@link #after} in a list whose items are numbered. */
    public @Nullable Long afterNumber() {
        return after == null ? null : after.getLeastSignificantBits();
    }

    /** A number as the cursor of a list whose items are numbered. */
    public static UUID number(long number) {
        return new UUID(0, number);
    }

    /** A cursor that no longer leads anywhere, because what it points behind is gone. */
    public static MalformedRequest lost() {
        return new MalformedRequest("cursor", "leads nowhere any more; begin at the first page again");
    }

    /** The page that was asked for, as a client reads it. */
    public <S, K, T> Items<T> items(Page<S, K> page, Function<S, T> item, Function<K, UUID> id) {
        var next = page.next();
        return new Items<>(page.items().stream().map(item).toList(), next == null ? null : cursor(id.apply(next)));
    }

    /** A list that is told whole: it has one page. */
    public static <S, T> Items<T> all(List<S> all, Function<S, T> item) {
        return new Items<>(all.stream().map(item).toList(), null);
    }

    private static UUID id(String cursor, int query) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == CURSOR_BYTES && bytes.getInt() == query)
                return new UUID(bytes.getLong(), bytes.getLong());
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw new MalformedRequest("cursor", "must be the next of a previous page of the same list, unchanged");
    }

    private String cursor(UUID id) {
        var bytes = ByteBuffer.allocate(CURSOR_BYTES)
                .putInt(query)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * One page of a list.
     *
     * @param next cursor of the next page; null on the last one
     */
    public record Items<T>(List<T> items, @Nullable String next) {}
}
