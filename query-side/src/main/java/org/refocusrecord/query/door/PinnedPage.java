package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.web.query.QueryValues;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A page of what a fold gives, known as it was when the first page was asked for: what is recorded
 * between two pages must not shift them. Its place is a few numbers.
 */
final class PinnedPage {

    private final QueryValues query;
    private final ReadPoint point;
    private final List<Integer> numbers;

    private PinnedPage(QueryValues query, ReadPoint point, List<Integer> numbers) {
        this.query = query;
        this.point = point;
        this.numbers = numbers;
    }

    /** The page that a query asks for; the first has all numbers at 0. */
    static PinnedPage of(QueryValues query, ReadPoints points, int numbers) {
        List<String> place = query.place();
        if (place == null) {
            return new PinnedPage(query, points.of(query), Collections.nCopies(numbers, 0));
        }
        return ViewPoints.from(place, () -> again(query, points, place, numbers));
    }

    private static PinnedPage again(
            QueryValues query, ReadPoints points, List<String> place, int numbers) {
        List<Integer> read = new ArrayList<>();
        for (int index = 0; index < numbers; index++) {
            int number = Integer.parseInt(place.get(index));
            if (number < 0) {
                throw new IllegalArgumentException("no number of a place");
            }
            read.add(number);
        }
        Instant knownAt = Instant.parse(place.get(numbers));
        return new PinnedPage(query, points.again(query, knownAt), read);
    }

    ReadPoint point() {
        return point;
    }

    int number(int index) {
        return numbers.get(index);
    }

    /** The cursor of the next page; null where the log was empty, which has no next page. */
    @Nullable String next(int... place) {
        if (point.knownAt() == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int number : place) {
            texts.add(Integer.toString(number));
        }
        texts.add(point.knownAt().toString());
        return query.next(texts.toArray(String[]::new));
    }
}
