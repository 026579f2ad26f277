package org.refocusrecord.query.team;

import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.DataGapDeclared;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.events.team.TeamEntryAmended;
import org.refocusrecord.events.team.TeamRegistered;
import org.refocusrecord.query.projection.Projector;
import org.refocusrecord.query.projection.Row;
import org.refocusrecord.query.projection.StreamProjector;
import org.refocusrecord.query.projection.ViewTable;
import org.refocusrecord.query.projection.ViewTable.Column;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The view of teams as they stand: who is on whose roster, and what was not captured. */
public final class TeamsView {

    /** The view's name. */
    public static final String NAME = "teams";

    private static final ViewTable TEAM =
            new ViewTable(
                    "team",
                    new Column("team_id", "uuid"),
                    new Column("trust", "text"),
                    new Column("name", "text"),
                    new Column("official_type", "text"));

    private static final ViewTable MEMBER =
            new ViewTable(
                    "team_member",
                    new Column("team_id", "uuid"),
                    new Column("worker_id", "uuid"),
                    new Column("profession", "text"),
                    new Column("role", "text"),
                    new Column("from_day", "date"),
                    new Column("to_day", "date"));

    private static final ViewTable GAP =
            new ViewTable(
                    "team_gap",
                    new Column("team_id", "uuid"),
                    new Column("command_id", "uuid"),
                    new Column("kind", "text"),
                    new Column("from_day", "date"),
                    new Column("to_day", "date"),
                    new Column("occurred_at", "timestamptz"));

    private static final ViewTable ALLOCATION =
            new ViewTable(
                    "team_allocation",
                    new Column("team_id", "uuid"),
                    new Column("study_id", "uuid"),
                    new Column("arm", "text"),
                    new Column("wave", "integer"),
                    new Column("locality", "text"),
                    new Column("starts_on", "date"));

    private static final ViewTable STUDY =
            new ViewTable(
                    "team_study", new Column("team_id", "uuid"), new Column("study_id", "uuid"));

    private TeamsView() {}

    /** Keeps the view. */
    public static Projector projector(ZoneId zone) {
        return new StreamProjector(
                        NAME,
                        3,
                        "team/",
                        List.of(TEAM, MEMBER, GAP, ALLOCATION, STUDY),
                        stream -> rows(stream, zone))
                // Those before it had no table of studies.
                .readingFrom(2);
    }

    private static Map<ViewTable, List<Row>> rows(List<RecordedEvent> stream, ZoneId zone) {
        TeamLine line = TeamHistory.of(stream, zone).as(null, null);
        return Map.of(
                TEAM, team(line),
                MEMBER, members(line),
                GAP, gaps(line),
                ALLOCATION, allocations(line),
                STUDY, studies(stream, line.teamId()));
    }

    /** All that were ever named, whether that holds or not. */
    private static List<Row> studies(List<RecordedEvent> stream, TeamId team) {
        Set<StudyId> studies = new LinkedHashSet<>();
        for (RecordedEvent recorded : stream) {
            Event event =
                    recorded.event() instanceof TeamEntryAmended amended
                            ? amended.replacement()
                            : recorded.event();
            if (event instanceof TeamAllocated allocated) {
                studies.add(allocated.studyId());
            }
        }
        return studies.stream().map(study -> Row.of(team, study)).toList();
    }

    private static List<Row> team(TeamLine line) {
        TeamRegistered registered = line.registered();
        return registered == null
                ? List.of()
                : List.of(
                        Row.of(
                                line.teamId(),
                                registered.trust(),
                                registered.name(),
                                registered.officialType()));
    }

    private static List<Row> members(TeamLine line) {
        return TeamRoster.of(line).memberships().stream()
                .map(membership ->
                        Row.of(
                                line.teamId(),
                                membership.workerId(),
                                membership.profession(),
                                membership.role(),
                                membership.from(),
                                membership.to()))
                .toList();
    }

    private static List<Row> gaps(TeamLine line) {
        return line.facts().stream()
                .filter(fact -> fact.event() instanceof DataGapDeclared)
                .map(fact -> gap(line, fact, (DataGapDeclared) fact.event()))
                .toList();
    }

    private static Row gap(TeamLine line, TeamFact fact, DataGapDeclared gap) {
        return Row.of(
                line.teamId(),
                fact.recorded().commandId(),
                gap.kind(),
                gap.from(),
                gap.to(),
                fact.place());
    }

    private static List<Row> allocations(TeamLine line) {
        return line.of(TeamAllocated.class).stream()
                .map(allocated ->
                        Row.of(
                                line.teamId(),
                                allocated.studyId(),
                                allocated.arm(),
                                allocated.wave() == null ? null : allocated.wave().number(),
                                allocated.wave() == null ? null : allocated.wave().locality(),
                                allocated.startsOn()))
                .toList();
    }
}
