package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next where the next page begins; null at the end
 * @param position the last position that the answer contains
 */
public record Listed<T>(List<T> items, @Nullable List<String> next, long position) {

    /** Cuts off what was read beyond the limit to see whether there is more. */
    public static <T> Listed<T> of(
            ViewReads.Answer<List<T>> read, int limit, Function<T, List<String>> place) {
        List<T> found = read.value();
        boolean more = found.size() > limit;
        List<T> items = more ? List.copyOf(found.subList(0, limit)) : found;
        return new Listed<>(items, more ? place.apply(items.getLast()) : null, read.position());
    }
}
