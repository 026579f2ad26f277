package org.refocusrecord.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Pages of rows as one stream: the next page is fetched when the one before it was used up, and
 * none after a page that was not full.
 */
final class Pages {

    private Pages() {}

    static <T> Stream<T> of(
            long after, int size, ToLongFunction<T> place, LongFunction<List<T>> fetch) {
        return Stream.iterate(
                        fetch.apply(after),
                        page -> !page.isEmpty(),
                        page ->
                                page.size() < size
                                        ? List.of()
                                        : fetch.apply(place.applyAsLong(page.getLast())))
                .flatMap(Collection::stream);
    }
}
