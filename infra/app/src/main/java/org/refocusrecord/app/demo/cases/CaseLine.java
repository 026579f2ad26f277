package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Line;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The caseload of a team: those who were asked to take part, and in some teams another. The first
 * team, which is part of every share, has the case whose story is told.
 */
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
        List<Line> lines = new ArrayList<>();
        if (team.ordinal() == 1) {
            lines.add(new Line("the told case", () -> ToldStory.of(team, size)));
        }
        for (CaseFile file : files) {
            lines.add(
                    new Line(
                            "case " + file.caseId(),
                            () -> new CaseStory(file, teams, size).posts()));
        }
        return lines;
    }

    /** The case of the first team whose story is told, to look at. */
    public static UUID told(TrialTeam team, TrialSize size) {
        return CaseFile.told(team, size).caseId();
    }
}
