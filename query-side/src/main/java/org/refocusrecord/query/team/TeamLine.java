package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * One team as it stood: what had happened until a moment, as far as it was known at another.
 *
 * @param teamId the team
 * @param registered how it is called, as far as that was known; null while it was not known or is
 *     in error. It has no day of its own: a team may have worked long before it was registered here
 * @param asOf until when; null: no bound
 * @param knownAt as known when; null: no bound
 * @param zone the service's zone, in which days are counted
 * @param facts what had happened and holds, in the order of place, then sequence
 * @param ahead what was known by then to come, such as the start of an allocation
 * @param position the last position of the team that was known; 0 if none
 */
public record TeamLine(
        TeamId teamId,
        @Nullable TeamRegistered registered,
        @Nullable Instant asOf,
        @Nullable Instant knownAt,
        ZoneId zone,
        List<TeamFact> facts,
        List<TeamFact> ahead,
        long position) {

    /** What had happened of one kind, as it reads now, in the order of the line. */
    public <E extends TeamEvent> List<E> of(Class<E> kind) {
        return of(kind, facts.stream());
    }

    /** The same, with what was known to come. */
    public <E extends TeamEvent> List<E> everOf(Class<E> kind) {
        return of(kind, Stream.concat(facts.stream(), ahead.stream()));
    }

    private static <E extends TeamEvent> List<E> of(Class<E> kind, Stream<TeamFact> facts) {
        return facts.map(TeamFact::event).filter(kind::isInstance).map(kind::cast).toList();
    }
}
