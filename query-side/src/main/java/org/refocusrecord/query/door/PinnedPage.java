package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.web.query.QueryValues;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A page of what a fold gives, at the point of the first page: neither what is recorded between two
 * pages nor the time that passes shifts them. Where it begins is told by a few texts.
 */
final class PinnedPage {

    /** What the cursor of an open clock says. */
    private static final String OPEN = "";

    private final QueryValues query;
    private final ReadPoint point;
    private final @Nullable List<String> place;

    private PinnedPage(QueryValues query, ReadPoint point, @Nullable List<String> place) {
        this.query = query;
        this.point = point;
        this.place = place;
    }

    /** The page that a query asks for. */
    static PinnedPage of(QueryValues query, ReadPoints points) {
        List<String> place = query.place();
        return new PinnedPage(
                query,
                place == null
                        ? points.of(query)
                        : ViewPoints.from(place, () -> again(query, points, place)),
                place);
    }

    private static ReadPoint again(QueryValues query, ReadPoints points, List<String> place) {
        String asOf = place.get(0);
        return points.again(
                query,
                asOf.equals(OPEN) ? null : Instant.parse(asOf),
                Instant.parse(place.get(1)),
                LocalDate.parse(place.get(2)));
    }

    ReadPoint point() {
        return point;
    }

    /** A number of the place, from 0 on; 0 on the first page. */
    int number(int index) {
        return place == null ? 0 : ViewPoints.from(place, () -> number(text(index)));
    }

    /** A case of the place; null on the first page. */
    @Nullable CaseId caseId(int index) {
        return place == null ? null : ViewPoints.from(place, () -> CaseId.of(text(index)));
    }

    private String text(int index) {
        return Objects.requireNonNull(place).get(index + 3);
    }

    private static int number(String text) {
        int number = Integer.parseInt(text);
        if (number < 0) {
            throw new IllegalArgumentException("no number of a place");
        }
        return number;
    }

    /** The cursor of the next page; null where the log was empty, which has no next page. */
    @Nullable String next(Object... parts) {
        if (point.knownAt() == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        texts.add(point.asOf() == null ? OPEN : point.asOf().toString());
        texts.add(point.knownAt().toString());
        texts.add(point.day().toString());
        for (Object part : parts) {
            texts.add(part.toString());
        }
        return query.next(texts.toArray(String[]::new));
    }
}
