package org.refocusrecord.app.demo.cases;

import org.refocusrecord.app.demo.trial.Chance;
import org.refocusrecord.app.demo.trial.Design;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;

import java.util.List;
import java.util.UUID;

/**
 * One person of a team's caseload.
 *
 * @param number from 0 among those asked to take part; the others' numbers go on from 1000, and the
 *     one whose story is told has 2000
 */
record CaseFile(TrialTeam team, int number, Chance chance, UUID caseId, UUID serviceUserId) {

    private static final int NOT_ASKED = 1000;
    private static final int TOLD = 2000;

    /**
     * Those of each fifteen who were not seen again after a year, the first one first. 297 of 403
     * were (Lancet Psychiatry 2015); which, is our choice: those whose story ends early are among
     * them.
     */
    private static final List<Integer> NOT_SEEN_AGAIN = List.of(14, 7, 11, 4, 2);

    static CaseFile of(TrialTeam team, int number, TrialSize size) {
        Chance chance = team.chance(size).of("case/" + number);
        return new CaseFile(team, number, chance, chance.id("case"), chance.id("service-user"));
    }

    /** The first of those on the caseload who were not asked to take part. */
    static CaseFile notAsked(TrialTeam team, int number, TrialSize size) {
        return of(team, NOT_ASKED + number, size);
    }

    /** The one in whose story nothing is left to chance; not asked either. */
    static CaseFile told(TrialTeam team, TrialSize size) {
        return of(team, TOLD, size);
    }

    /** Whether the person was asked to take part in the trial. */
    boolean isAsked() {
        return number < NOT_ASKED;
    }

    /** The number among fifteen, by which stories are given out. */
    int place() {
        return number % Design.PEOPLE_A_TEAM;
    }

    /** Whether the person is seen again after a year. */
    boolean isSeenAgain() {
        int missing = Design.PEOPLE_A_TEAM - team.followedUp();
        return isAsked() && !NOT_SEEN_AGAIN.subList(0, missing).contains(place());
    }
}
