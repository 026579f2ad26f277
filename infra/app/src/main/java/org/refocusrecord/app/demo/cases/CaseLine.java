package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Line;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The caseload of a team: those who were asked to take part, and in some teams another. */
public final class CaseLine {

    private CaseLine() {}

    /** A line for each case of the team, among these teams. */
    public static List<Line> of(TrialTeam team, Set<TrialTeam> teams, TrialSize size) {
        List<CaseFile> files = new ArrayList<>();
        for (int number = 0; number < size.people(team.people()); number++) {
            files.add(CaseFile.of(team, number, size));
        }
        if (team.ordinal() % 3 == 0) {
            for (int number = 0; number < size.people(1); number++) {
                files.add(CaseFile.notAsked(team, number, size));
            }
        }
        return files.stream()
                .map(file ->
                        new Line(
                                "case " + file.caseId(),
                                () -> new CaseStory(file, teams, size).posts()))
                .toList();
    }

    /** The first case of a team, to look at. */
    public static UUID firstOf(TrialTeam team, TrialSize size) {
        return CaseFile.of(team, 0, size).caseId();
    }
}
