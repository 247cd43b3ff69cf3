package org.chartroom.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list.
 *
 * @param items in the list's order
 * @param next  where the next page begins: after this one's last item; null on the last page
 * @param <K>   names a place in the list
 */
public record Page<T, K>(List<T> items, @Nullable K next) {

    /** The page of at most {@code limit} items out of up to one more, which tells whether another page follows. */
    public static <T, K> Page<T, K> of(List<T> upToOneMore, int limit, Function<T, K> place) {
        if (upToOneMore.size() <= limit) return new Page<>(List.copyOf(upToOneMore), null);
        var items = List.copyOf(upToOneMore.subList(0, limit));
        return new Page<>(items, place.apply(items.getLast()));
    }
}
