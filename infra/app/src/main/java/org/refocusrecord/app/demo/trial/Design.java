package org.refocusrecord.app.demo.trial;

import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The trial's published design as data. Sources: Slade M et al (2015) Lancet Psychiatry 2:503–514
 * and its protocol, Slade M et al (2011) BMC Psychiatry 11:185 (ISRCTN02507940); Fortune B et al
 * (2015) "Recovery for real"; Wallace G et al (2016) on service users' and Clarke E, Leamy M et al
 * (2020) on staff's experience. What none of them says is our choice and is called so.
 */
public final class Design {

    /** 18 of one trust and 9 of the other ("Recovery for real"). */
    public static final int TEAMS = 27;

    /** The intervention took a year (protocol). */
    public static final int MONTHS = 12;

    /** Randomly chosen in each team ("Recovery for real"). */
    public static final int PEOPLE_A_TEAM = 15;

    /** At baseline (Lancet Psychiatry). */
    public static final int PEOPLE_AT_BASELINE = 403;

    /** At one year, in the intervention arm (Lancet Psychiatry). */
    public static final int FOLLOWED_UP_INTERVENTION = 153;

    /** At one year, in the control arm (Lancet Psychiatry). */
    public static final int FOLLOWED_UP_CONTROL = 144;

    /** Staff who took part ("Recovery for real"). */
    public static final int STAFF = 532;

    /** Recruitment was from April 2011 to May 2012 ("Recovery for real"). */
    public static final LocalDate RECRUITMENT_FROM = LocalDate.of(2011, 4, 1);

    /** Its last day. */
    public static final LocalDate RECRUITMENT_TO = LocalDate.of(2012, 5, 31);

    /** South London and Maudsley. */
    public static final String SLAM = "SLAM";

    /** 2gether in Gloucestershire. */
    public static final String TWO_GETHER = "2GETHER";

    /**
     * Teams by type in the intervention arm ("Recovery for real"). The order is ours: it spreads
     * the rare types over the waves.
     */
    static final List<TeamType> INTERVENTION =
            List.of(
                    TeamType.RECOVERY,
                    TeamType.PSYCHOSIS,
                    TeamType.RECOVERY,
                    TeamType.RECOVERY,
                    TeamType.FORENSIC,
                    TeamType.RECOVERY,
                    TeamType.PSYCHOSIS,
                    TeamType.RECOVERY,
                    TeamType.LOW_SUPPORT,
                    TeamType.RECOVERY,
                    TeamType.FORENSIC,
                    TeamType.RECOVERY,
                    TeamType.RECOVERY,
                    TeamType.RECOVERY);

    /** Teams by type in the control arm, likewise. */
    static final List<TeamType> CONTROL =
            List.of(
                    TeamType.RECOVERY,
                    TeamType.ASSERTIVE_OUTREACH,
                    TeamType.PSYCHOSIS,
                    TeamType.SUPPORTED_LIVING,
                    TeamType.RECOVERY,
                    TeamType.ASSERTIVE_OUTREACH,
                    TeamType.EARLY_INTERVENTION,
                    TeamType.FORENSIC,
                    TeamType.SUPPORTED_LIVING,
                    TeamType.RECOVERY,
                    TeamType.ASSERTIVE_OUTREACH,
                    TeamType.PSYCHOSIS,
                    TeamType.RECOVERY);

    /**
     * People interviewed named types that no intervention team officially had (Wallace, Clarke):
     * what a team calls itself is kept apart. Which teams did so is our choice.
     */
    static final Map<Integer, TeamType> CALLS_ITSELF =
            Map.of(
                    3, TeamType.CONTINUING_CARE,
                    8, TeamType.ASSERTIVE_OUTREACH,
                    20, TeamType.EARLY_INTERVENTION);

    private Design() {}

    /** How many of the first fifteen people of a team were seen again after a year. */
    static int followedUp(Arm arm, int ordinal) {
        // Eleven a team make 154 and 143; one fewer and one more make the published numbers.
        int eleven = 11;
        return switch (arm) {
            case INTERVENTION -> ordinal == TrialTeam.ONE_FEWER_SEEN_AGAIN ? eleven - 1 : eleven;
            case CONTROL -> ordinal == TrialTeam.ONE_MORE_SEEN_AGAIN ? eleven + 1 : eleven;
        };
    }
}
