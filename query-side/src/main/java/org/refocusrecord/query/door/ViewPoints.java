package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.LogReads;
import org.refocusrecord.query.access.Showing;
import org.refocusrecord.query.projection.Listed;
import org.refocusrecord.query.projection.Positions;
import org.refocusrecord.query.projection.ViewBehind;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;
import org.springframework.http.ResponseEntity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads of tables that follow the log: they wait for the position that was asked for, and say how
 * far they had come.
 */
public final class ViewPoints {

    private final ReadPoints points;
    private final Positions positions;
    private final LogReads log;

    /** Over these views. */
    public ViewPoints(ReadPoints points, Positions positions, LogReads log) {
        this.points = points;
        this.positions = positions;
        this.log = log;
    }

    /** Reads a query, and waits for its {@code minPosition} in the views that answer it. */
    QueryValues query(Queries queries, HttpServletRequest request, List<String> views) {
        QueryValues query = points.query(queries, request);
        Long position = query.get(QueryParameter.MIN_POSITION);
        if (position != null) {
            await(views, position);
        }
        return query;
    }

    /** Waits until the views have come to a position. */
    void await(List<String> views, long position) {
        try {
            positions.await(views, position, Positions.MOST);
        } catch (ViewBehind behind) {
            throw new ProblemException(ProblemCode.VIEW_BEHIND);
        }
    }

    /** When the event at a position was recorded; null before the first. */
    @Nullable Instant recordedAt(long position) {
        return position == 0 ? null : log.storedAt(position).recordedAt();
    }

    LocalDate today() {
        return points.today();
    }

    @Nullable String next(QueryValues query, Listed<?> listed) {
        List<String> place = listed.next();
        return place == null ? null : query.next(place.toArray(String[]::new));
    }

    /** Answers with what is of no person's record. */
    ResponseEntity<byte[]> answerOfNobody(Object view, long position) {
        return answer(view, Showing.ofNobody(), position);
    }

    /** Answers with what shows these cases, and no text of a person. */
    ResponseEntity<byte[]> answer(Object view, Showing showing, long position) {
        Sight sight = new ReaderSight(Reader.OF_NO_TEXT, List.of(), log.texts(Set.of()), showing);
        return Answered.json(ViewJson.bytes(view, sight, true), position);
    }

    /** A list from the place of a cursor on; a cursor that was made by hand names no place. */
    static <T> T from(@Nullable List<String> place, Supplier<T> list) {
        try {
            return list.get();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException made) {
            if (place == null) {
                throw made;
            }
            throw new ProblemException(Fault.at("/cursor", ProblemCode.CURSOR_NOT_READABLE));
        }
    }
}
