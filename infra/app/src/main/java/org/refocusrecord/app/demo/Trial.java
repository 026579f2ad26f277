package org.refocusrecord.app.demo;

import org.refocusrecord.app.demo.cases.CaseLine;
import org.refocusrecord.app.demo.teams.TeamLine;
import org.refocusrecord.app.demo.trial.Line;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;
import org.refocusrecord.app.demo.trial.TrialTeams;

import java.util.List;
import java.util.Set;

/**
 * A made-up trial: everything there is to post, in stages. A stage may name what the ones before it
 * brought; the lines of a stage know nothing of each other.
 */
public record Trial(TrialSize size, List<TrialTeam> teams) {

    /** The trial of this seed and size. */
    public static Trial of(TrialSize size) {
        return new Trial(size, TrialTeams.share(size.teams()));
    }

    /** The study, then the teams, then the cases. */
    public List<List<Line>> stages() {
        return List.of(
                List.of(TeamLine.ofStudy(size)),
                teams.stream().map(team -> TeamLine.of(team, size)).toList(),
                cases());
    }

    private List<Line> cases() {
        Set<TrialTeam> among = Set.copyOf(teams);
        return teams.stream().flatMap(team -> CaseLine.of(team, among, size).stream()).toList();
    }
}
