package org.refocusrecord.query.participation;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.query.history.CaseHistory;
import org.refocusrecord.query.history.Line;
import org.refocusrecord.query.projection.EventFeed;
import org.refocusrecord.query.projection.Positions;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.projection.ViewReads;
import org.refocusrecord.query.team.TeamLine;
import org.refocusrecord.query.team.Teams;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The participation of teams, counted from the log at any point of both clocks. Tables only tell
 * which cases were ever said to be with a team; all else is folded anew, so that what was once
 * answered is answered again.
 */
public final class TeamParticipation {

    /** The view that tells where to look. */
    public static final List<String> VIEWS = List.of("caseload", "teams");

    private final Teams teams;
    private final ViewReads reads;
    private final Positions positions;
    private final EventFeed feed;
    private final ZoneId zone;

    /** Counts from this log. */
    public TeamParticipation(
            Teams teams, ViewReads reads, Positions positions, EventFeed feed, ZoneId zone) {
        this.teams = teams;
        this.reads = reads;
        this.positions = positions;
        this.feed = feed;
        this.zone = zone;
    }

    /** The participation of a team; empty where there is no such team. */
    public Optional<Participation> of(TeamId team, ReadPoint point, ParticipationPolicy policy) {
        positions.await(VIEWS, point.position(), Positions.MOST);
        return teams.history(team)
                .map(history -> history.as(point.asOf(), point.knownAt()))
                .map(line -> classified(counted(line, point, policy), line, point, policy));
    }

    private Participation counted(TeamLine line, ReadPoint point, ParticipationPolicy policy) {
        List<Line> cases = new ArrayList<>();
        for (CaseId caseId : everWith(line.teamId())) {
            cases.add(
                    CaseHistory.of(feed.stream("case/" + caseId), zone)
                            .as(point.asOf(), point.knownAt()));
        }
        return Participation.of(policy, line, CaseFacts.of(cases), point);
    }

    private List<CaseId> everWith(TeamId team) {
        return reads.ask(
                        VIEWS,
                        client ->
                                client.sql(
                                                """
                                                select case_id from refocus_views.case_team
                                                 where team_id = ? order by case_id\
                                                """)
                                        .param(team.value())
                                        .query((row, _) -> new CaseId(row.getObject(1, UUID.class)))
                                        .list())
                .value();
    }

    private Participation classified(
            Participation counted, TeamLine line, ReadPoint point, ParticipationPolicy policy) {
        return switch (policy.rule()) {
            case ParticipationPolicy.Rule.Fixed _ -> counted;
            case ParticipationPolicy.Rule.MedianSplit _ -> {
                TeamAllocated allocation = Participation.allocation(line, point.day());
                Fraction median =
                        allocation == null
                                ? null
                                : Participation.median(
                                        intervention(allocation.studyId(), point, policy));
                yield median == null ? counted : counted.splitAt(median);
            }
        };
    }

    /** The other teams are counted at the same point, as they were in the study then. */
    private List<Participation> intervention(
            StudyId study, ReadPoint point, ParticipationPolicy policy) {
        return teams.everIn(study).stream()
                .map(teams::history)
                .flatMap(Optional::stream)
                .map(history -> history.as(point.asOf(), point.knownAt()))
                .filter(line ->
                        isInterventionOf(study, Participation.allocation(line, point.day())))
                .map(line -> counted(line, point, policy))
                .toList();
    }

    private static boolean isInterventionOf(StudyId study, @Nullable TeamAllocated allocation) {
        return allocation != null
                && allocation.studyId().equals(study)
                && allocation.arm() == Arm.INTERVENTION;
    }
}
