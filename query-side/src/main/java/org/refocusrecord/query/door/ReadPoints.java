package org.refocusrecord.query.door;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.projection.EventFeed;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.web.json.Instants;
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

/**
 * Finds the point in the log that a read answers for. What was known at a moment stays so for ever:
 * the log raises its floor to it before the answer goes out.
 */
public final class ReadPoints {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final EventFeed log;
    private final Clock clock;
    private final ZoneId zone;

    /** Over this log; days are those of this zone. */
    public ReadPoints(EventFeed log, Clock clock, ZoneId zone) {
        this.log = log;
        this.clock = clock;
        this.zone = zone;
    }

    /** Reads the query of a request. */
    public QueryValues query(Queries queries, HttpServletRequest request) {
        Instant latest = request.getQueryString() == null ? clock.instant() : latest();
        return queries.read(request, new QueryClock(latest, zone));
    }

    /** What is recorded has happened: a clock that is behind the log's makes it no future. */
    private Instant latest() {
        Instant now = clock.instant();
        Instant recorded = log.head().recordedAt();
        return recorded == null || recorded.isBefore(now) ? now : recorded;
    }

    /**
     * The point that a query asks for; waits for its {@code minPosition}. What is known today is
     * what is known now: all up to the log's head, whose record time the answer then shows.
     */
    public ReadPoint of(QueryValues query) {
        await(query.get(QueryParameter.MIN_POSITION));
        LocalDate today = today();
        boolean knownToday = today.toString().equals(query.text(QueryParameter.KNOWN_AT));
        return ReadPoint.of(
                        query.get(QueryParameter.AS_OF),
                        knownToday ? null : query.get(QueryParameter.KNOWN_AT),
                        today,
                        log,
                        zone)
                .orElseThrow(() ->
                        new ProblemException(Fault.at("/knownAt", ProblemCode.TIME_IN_FUTURE)));
    }

    /**
     * The point of a first page again, for the pages after it.
     *
     * @throws IllegalArgumentException if no page can have been of that point
     */
    ReadPoint again(QueryValues query, @Nullable Instant asOf, Instant knownAt, LocalDate day) {
        await(query.get(QueryParameter.MIN_POSITION));
        Instant latest = latestOfAnyNode();
        if (!isWithin(latest, knownAt)
                || (asOf != null && !isWithin(latest, asOf))
                || (asOf == null) != (query.get(QueryParameter.AS_OF) == null)
                || Instants.isTooEarly(day)
                || day.isAfter(LocalDate.ofInstant(latest, zone))) {
            throw notOfAnyPage();
        }
        long position = log.knownAt(knownAt).orElseThrow(ReadPoints::notOfAnyPage);
        return new ReadPoint(asOf, knownAt, day, position);
    }

    private boolean isWithin(Instant latest, Instant moment) {
        return !moment.isAfter(latest) && !Instants.isTooEarly(moment, zone);
    }

    /** The first page may have been of another node, whose clock runs ahead. */
    private Instant latestOfAnyNode() {
        return latest().plus(CLOCKS_APART);
    }

    private static IllegalArgumentException notOfAnyPage() {
        return new IllegalArgumentException("not of any page");
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
                log.awaitBeyond(position - 1, left);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new ProblemException(ProblemCode.VIEW_BEHIND);
            }
        }
    }

    /** The position of the log's newest event. */
    long head() {
        return log.head().position();
    }

    /** The service's zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Today. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
