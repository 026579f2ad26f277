package org.refocusrecord.app.demo.trial;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.CaptureMode;
import org.refocusrecord.events.team.TeamType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One of the 27 teams.
 *
 * @param ordinal its number among all, from 1
 * @param place its number in its arm, from 0
 */
public record TrialTeam(int ordinal, int place, Arm arm, TeamType type, PlannedWave wave) {

    static final int ONE_FEWER_SEEN_AGAIN = 9;
    static final int ONE_MORE_SEEN_AGAIN = 18;

    /** Two teams had one person fewer: 25 × 15 + 2 × 14 are the published 403. Which, is ours. */
    private static final int ONE_FEWER_OF_INTERVENTION = 14;

    private static final int ONE_FEWER_OF_CONTROL = 27;

    /** People randomly chosen for the trial at the published size. */
    public int people() {
        boolean fewer = ordinal == ONE_FEWER_OF_INTERVENTION || ordinal == ONE_FEWER_OF_CONTROL;
        return fewer ? Design.PEOPLE_A_TEAM - 1 : Design.PEOPLE_A_TEAM;
    }

    /** How many of its first fifteen people were seen again after a year. */
    public int followedUp() {
        return Design.followedUp(arm, ordinal);
    }

    /** 532 staff: 19 or 20 a team. Which team has the 20th, is ours. */
    public int staff() {
        int each = Design.STAFF / Design.TEAMS;
        return ordinal <= Design.STAFF % Design.TEAMS ? each + 1 : each;
    }

    /** Every other intervention team takes part well; how many did, was not published. */
    public Participation participation() {
        return switch (arm) {
            case CONTROL -> Participation.CONTROL;
            case INTERVENTION -> place % 2 == 0 ? Participation.HIGH : Participation.LOW;
        };
    }

    /** Forms of the intervention do not exist in control teams: they are not nought, but absent. */
    public CaptureMode captureMode() {
        return switch (arm) {
            case CONTROL -> CaptureMode.ROUTINE_ONLY;
            case INTERVENTION -> CaptureMode.FULL;
        };
    }

    /** Its trust. */
    public String trust() {
        return wave.trust();
    }

    /** The first day of its year. */
    public LocalDate startsOn() {
        return wave.startsOn();
    }

    /** What it calls itself, where that is another type. */
    public @Nullable TeamType callsItself() {
        return Design.CALLS_ITSELF.get(ordinal);
    }

    /** Where people of this team are transferred to: the next team of its arm and trust. */
    public TrialTeam neighbour() {
        List<TrialTeam> near =
                TrialTeams.ALL.stream()
                        .filter(team -> team.arm() == arm && team.trust().equals(trust()))
                        .toList();
        return near.get((near.indexOf(this) + 1) % near.size());
    }

    /** The chance of all that is made up about it. */
    public Chance chance(TrialSize size) {
        return size.chance("team/" + ordinal);
    }

    /** Its id. */
    public UUID id(TrialSize size) {
        return chance(size).id("team");
    }
}
