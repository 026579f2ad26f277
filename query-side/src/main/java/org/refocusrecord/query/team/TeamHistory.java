package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.team.TeamEvent;
import org.refocusrecord.events.team.TeamRegistered;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that was ever recorded of one team, to be asked how it stood.
 *
 * <p>Two clocks, as for cases: {@code asOf} asks what had happened, {@code knownAt} what had been
 * recorded; both inclusive, and corrections obey {@code knownAt} alone.
 */
public final class TeamHistory {

    private static final Comparator<TeamFact> ON_THE_LINE =
            Comparator.comparing(TeamFact::place)
                    .thenComparingLong((TeamFact fact) -> fact.recorded().sequence());

    private final List<RecordedEvent> stream;
    private final TeamRegistered registered;
    private final ZoneId zone;

    private TeamHistory(List<RecordedEvent> stream, TeamRegistered registered, ZoneId zone) {
        this.stream = stream;
        this.registered = registered;
        this.zone = zone;
    }

    /**
     * The history of a team.
     *
     * @param stream all events of the team, in the order of their sequence
     * @param zone the service's zone
     */
    public static TeamHistory of(List<RecordedEvent> stream, ZoneId zone) {
        if (stream.isEmpty() || !(stream.getFirst().event() instanceof TeamRegistered registered)) {
            throw new IllegalArgumentException("a team begins with its registration");
        }
        return new TeamHistory(List.copyOf(stream), registered, zone);
    }

    /** The trust, which no correction changes. */
    public String trust() {
        return registered.trust();
    }

    /** The team as it stood; null is no bound. */
    public TeamLine as(@Nullable Instant asOf, @Nullable Instant knownAt) {
        List<RecordedEvent> known = known(knownAt);
        TeamCorrections corrections = TeamCorrections.in(known);
        List<TeamFact> facts = facts(known, corrections);
        return new TeamLine(
                registered.teamId(),
                registration(known, corrections),
                asOf,
                knownAt,
                zone,
                facts.stream().filter(fact -> !isAfter(fact, asOf)).toList(),
                facts.stream().filter(fact -> isAfter(fact, asOf)).toList(),
                known.isEmpty() ? 0 : known.getLast().position());
    }

    private static boolean isAfter(TeamFact fact, @Nullable Instant asOf) {
        return asOf != null && fact.place().isAfter(asOf);
    }

    private List<TeamFact> facts(List<RecordedEvent> known, TeamCorrections corrections) {
        List<TeamFact> facts = new ArrayList<>();
        for (RecordedEvent recorded : known) {
            TeamEvent now = corrections.now(recorded);
            if (now != null) {
                facts.add(new TeamFact(recorded, now, place(recorded, now)));
            }
        }
        facts.sort(ON_THE_LINE);
        return facts;
    }

    private static @Nullable TeamRegistered registration(
            List<RecordedEvent> known, TeamCorrections corrections) {
        return !known.isEmpty()
                        && corrections.now(known.getFirst()) instanceof TeamRegistered registered
                ? registered
                : null;
    }

    /** Only another day makes another place: the stored one stays though the zone be set anew. */
    private Instant place(RecordedEvent recorded, TeamEvent now) {
        LocalDate day = TeamDays.of(now);
        LocalDate first = TeamDays.of(recorded.event());
        return day == null || day.equals(first)
                ? recorded.occurredAt()
                : day.atStartOfDay(zone).toInstant();
    }

    private List<RecordedEvent> known(@Nullable Instant knownAt) {
        return knownAt == null
                ? stream
                : stream.stream()
                        .filter(recorded -> !recorded.recordedAt().isAfter(knownAt))
                        .toList();
    }
}
