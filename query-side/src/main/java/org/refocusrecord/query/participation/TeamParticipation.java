package org.refocusrecord.query.participation;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.query.projection.Positions;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.team.TeamLine;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.query.walk.WalkTurns;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The participation of teams, counted from the log at any point of both clocks. Tables only tell
 * which cases were ever said to be with a team; all else is folded anew, so that what was once
 * answered is answered again.
 */
public final class TeamParticipation {

    /** The view that tells where to look. */
    public static final List<String> VIEWS = List.of("caseload", "teams");

    private final Teams teams;
    private final Positions positions;
    private final TeamCases cases;
    private final WalkTurns turns;

    /** Counts these cases. */
    public TeamParticipation(Teams teams, Positions positions, TeamCases cases, WalkTurns turns) {
        this.teams = teams;
        this.positions = positions;
        this.cases = cases;
        this.turns = turns;
    }

    /**
     * The participation of a team; empty where there is no such team.
     *
     * @throws org.refocusrecord.web.problem.ProblemException {@code log.busy} where as many go
     *     through many cases as may
     */
    public Optional<Participation> of(TeamId team, ReadPoint point, ParticipationPolicy policy) {
        positions.await(VIEWS, point.position(), Positions.MOST);
        Optional<TeamLine> there =
                teams.history(team).map(history -> history.as(point.asOf(), point.knownAt()));
        if (there.isEmpty()) {
            return Optional.empty();
        }
        try (WalkTurns.Walk walk = turns.beginWhole()) {
            return Optional.of(
                    classified(
                            there.get(),
                            point,
                            policy,
                            line -> counted(line, point, policy, walk)));
        }
    }

    private Participation counted(
            TeamLine line, ReadPoint point, ParticipationPolicy policy, WalkTurns.Walk walk) {
        List<CaseFacts> facts = new ArrayList<>();
        Iterator<List<CaseId>> batches = cases.everWith(line.teamId());
        while (batches.hasNext()) {
            facts.add(walk.inTurn(() -> CaseFacts.of(cases.as(point, batches.next()))));
        }
        return Participation.of(policy, line, CaseFacts.together(facts), point);
    }

    private Participation classified(
            TeamLine line,
            ReadPoint point,
            ParticipationPolicy policy,
            Function<TeamLine, Participation> counting) {
        Participation counted = counting.apply(line);
        return switch (policy.rule()) {
            case ParticipationPolicy.Rule.Fixed _ -> counted;
            case ParticipationPolicy.Rule.MedianSplit _ -> {
                TeamAllocated allocation = Participation.allocation(line, point.day());
                Fraction median =
                        allocation == null
                                ? null
                                : Participation.median(
                                        intervention(allocation.studyId(), point, counting));
                yield median == null ? counted : counted.splitAt(median);
            }
        };
    }

    /** The other teams are counted at the same point, as they were in the study then. */
    private List<Participation> intervention(
            StudyId study, ReadPoint point, Function<TeamLine, Participation> counting) {
        return teams.everIn(study).stream()
                .map(teams::history)
                .flatMap(Optional::stream)
                .map(history -> history.as(point.asOf(), point.knownAt()))
                .filter(line ->
                        isInterventionOf(study, Participation.allocation(line, point.day())))
                .map(counting)
                .toList();
    }

    private static boolean isInterventionOf(StudyId study, @Nullable TeamAllocated allocation) {
        return allocation != null
                && allocation.studyId().equals(study)
                && allocation.arm() == Arm.INTERVENTION;
    }
}
