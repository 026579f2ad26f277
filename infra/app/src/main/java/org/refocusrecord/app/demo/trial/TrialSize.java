package org.refocusrecord.app.demo.trial;

import java.time.LocalDate;

/**
 * Which trial, and how much of it. Less of a trial is always a part of more of it, so that what was
 * loaded can be added to: the seed alone says what is made up.
 *
 * @param seed what chance follows from
 * @param teams how many of the 27 teams
 * @param months how many of the twelve months
 * @param scale how many times the published number of people
 */
public record TrialSize(long seed, int teams, int months, double scale) {

    /** Throws where there is no such trial. */
    public TrialSize {
        require(teams >= 1 && teams <= Design.TEAMS, "--teams is 1 to " + Design.TEAMS);
        require(months >= 1 && months <= Design.MONTHS, "--months is 1 to " + Design.MONTHS);
        require(scale > 0 && scale <= 1000, "--scale is more than 0, and 1000 at most");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /** So many people, at this scale: one at least. */
    public int people(int published) {
        return (int) Math.max(1, Math.round(published * scale));
    }

    /** The first day of a team that is not told any more. */
    public LocalDate endOf(TrialTeam team) {
        return team.startsOn().plusMonths(months);
    }

    /** The chance of a part of the trial. */
    public Chance chance(String part) {
        return Chance.of(seed, part);
    }
}
