package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.Arrivals;
import org.refocusrecord.eventlog.EventLog;
import org.refocusrecord.eventlog.store.Head;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.web.problem.Fault;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.query.Queries;
import org.refocusrecord.web.query.QueryClock;
import org.refocusrecord.web.query.QueryParameter;
import org.refocusrecord.web.query.QueryValues;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;

/**
 * Finds the point in the log that a read answers for. What was known at a moment stays so for ever:
 * the log raises its floor to it before the answer goes out.
 */
public final class ReadPoints {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final EventLog log;
    private final Arrivals arrivals;
    private final Clock clock;
    private final ZoneId zone;

    /** Over this log; days are those of this zone. */
    public ReadPoints(EventLog log, Arrivals arrivals, Clock clock, ZoneId zone) {
        this.log = log;
        this.arrivals = arrivals;
        this.clock = clock;
        this.zone = zone;
    }

    /** Reads the query of a request. */
    public QueryValues query(Queries queries, HttpServletRequest request) {
        return queries.read(request, new QueryClock(clock.instant(), zone));
    }

    /** The point that a query asks for; waits for its {@code minPosition}. */
    public ReadPoint of(QueryValues query) {
        await(query.get(QueryParameter.MIN_POSITION));
        Instant asOf = query.get(QueryParameter.AS_OF);
        Instant knownAt = query.get(QueryParameter.KNOWN_AT);
        Instant day = asOf != null ? asOf : knownAt != null ? knownAt : clock.instant();
        LocalDate onDay = LocalDate.ofInstant(day, zone);
        if (knownAt == null) {
            Head head = log.head();
            return new ReadPoint(asOf, head.recordedAt(), onDay, head.position());
        }
        OptionalLong position = log.store().knownAt(knownAt);
        if (position.isEmpty()) {
            throw new ProblemException(Fault.at("/knownAt", ProblemCode.TIME_IN_FUTURE));
        }
        return new ReadPoint(asOf, knownAt, onDay, position.getAsLong());
    }

    private void await(@Nullable Long position) {
        if (position == null) {
            return;
        }
        Instant until = clock.instant().plus(LONGEST_WAIT);
        while (log.head().position() < position) {
            Duration left = Duration.between(clock.instant(), until);
            if (left.isNegative() || left.isZero()) {
                throw new ProblemException(ProblemCode.VIEW_BEHIND);
            }
            try {
                arrivals.awaitBeyond(position - 1, left);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new ProblemException(ProblemCode.VIEW_BEHIND);
            }
        }
    }

    /** The service's zone. */
    ZoneId zone() {
        return zone;
    }

    /** Today. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Now. */
    Instant now() {
        return clock.instant();
    }
}
