package org.refocusrecord.app.demo.trial;

import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The 27 teams, wave by wave, and fair shares of them. */
public final class TrialTeams {

    /** All of them, in the order of their numbers. */
    public static final List<TrialTeam> ALL = all();

    private TrialTeams() {}

    private static List<TrialTeam> all() {
        List<TrialTeam> teams = new ArrayList<>();
        int intervention = 0;
        int control = 0;
        for (PlannedWave wave : PlannedWave.ALL) {
            for (int each = 0; each < wave.intervention(); each++) {
                teams.add(team(teams, Arm.INTERVENTION, intervention++, Design.INTERVENTION, wave));
            }
            for (int each = 0; each < wave.control(); each++) {
                teams.add(team(teams, Arm.CONTROL, control++, Design.CONTROL, wave));
            }
        }
        return List.copyOf(teams);
    }

    private static TrialTeam team(
            List<TrialTeam> before, Arm arm, int place, List<TeamType> types, PlannedWave wave) {
        return new TrialTeam(before.size() + 1, place, arm, types.get(place), wave);
    }

    /**
     * So many teams: of each arm its share, and of each arm from all its waves. Both kinds of
     * participation are in it as soon as there are two intervention teams.
     */
    public static List<TrialTeam> share(int count) {
        long intervention = Math.round((double) count * Design.INTERVENTION.size() / Design.TEAMS);
        return Stream.concat(
                        spread(Arm.INTERVENTION, (int) intervention),
                        spread(Arm.CONTROL, count - (int) intervention))
                .sorted(Comparator.comparingInt(TrialTeam::ordinal))
                .toList();
    }

    /** Half of them from the even places and half from the odd ones, as the arm itself has them. */
    private static Stream<TrialTeam> spread(Arm arm, int count) {
        List<TrialTeam> even = ofArm(arm, 0);
        List<TrialTeam> odd = ofArm(arm, 1);
        int evens = (count + 1) / 2;
        return Stream.concat(apart(even, evens), apart(odd, count - evens));
    }

    private static List<TrialTeam> ofArm(Arm arm, int remainder) {
        return ALL.stream()
                .filter(team -> team.arm() == arm && team.place() % 2 == remainder)
                .toList();
    }

    private static Stream<TrialTeam> apart(List<TrialTeam> teams, int count) {
        return Stream.iterate(0, number -> number + 1)
                .limit(count)
                .map(number -> teams.get(number * teams.size() / count));
    }
}
