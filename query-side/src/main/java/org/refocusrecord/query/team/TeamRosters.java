package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.query.record.Rosters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rosters of teams as they were known at a moment, each folded when it is first asked for. */
public final class TeamRosters implements Rosters {

    private final Function<String, List<RecordedEvent>> streams;
    private final @Nullable Instant knownAt;
    private final ZoneId zone;
    private final Map<TeamId, Optional<TeamRoster>> met = new HashMap<>();

    /**
     * Over the streams of a log.
     *
     * @param knownAt as known when; null: no bound
     */
    public TeamRosters(
            Function<String, List<RecordedEvent>> streams, @Nullable Instant knownAt, ZoneId zone) {
        this.streams = streams;
        this.knownAt = knownAt;
        this.zone = zone;
    }

    @Override
    public boolean has(TeamId team, WorkerId worker, LocalDate day) {
        return met.computeIfAbsent(team, this::roster)
                .map(roster -> roster.has(worker, day))
                .orElse(false);
    }

    private Optional<TeamRoster> roster(TeamId team) {
        List<RecordedEvent> stream = streams.apply("team/" + team);
        return stream.isEmpty()
                ? Optional.empty()
                : Optional.of(TeamRoster.of(TeamHistory.of(stream, zone).as(null, knownAt)));
    }
}
