package org.refocusrecord.query.team;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamAllocated;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** In which arm teams were on a day, as it was known at a moment; each is folded once. */
public final class TeamArms {

    private final Function<String, List<RecordedEvent>> streams;
    private final @Nullable Instant knownAt;
    private final ZoneId zone;
    private final Map<TeamId, List<TeamAllocated>> met = new HashMap<>();

    /**
     * Over the streams of a log.
     *
     * @param knownAt as known when; null: no bound
     */
    public TeamArms(
            Function<String, List<RecordedEvent>> streams, @Nullable Instant knownAt, ZoneId zone) {
        this.streams = streams;
        this.knownAt = knownAt;
        this.zone = zone;
    }

    /** The arm of the allocation that began last by that day; null where there is none. */
    public @Nullable Arm on(TeamId team, LocalDate day) {
        Arm arm = null;
        for (TeamAllocated allocated : met.computeIfAbsent(team, this::allocations)) {
            if (!allocated.startsOn().isAfter(day)) {
                arm = allocated.arm();
            }
        }
        return arm;
    }

    private List<TeamAllocated> allocations(TeamId team) {
        List<RecordedEvent> stream = streams.apply("team/" + team);
        return stream.isEmpty()
                ? List.of()
                : TeamHistory.of(stream, zone).as(null, knownAt).of(TeamAllocated.class);
    }
}
