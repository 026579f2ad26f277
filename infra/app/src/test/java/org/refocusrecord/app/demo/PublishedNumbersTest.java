package org.refocusrecord.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.refocusrecord.app.demo.teams.Roster;
import org.refocusrecord.app.demo.trial.Account;
import org.refocusrecord.app.demo.trial.Design;
import org.refocusrecord.app.demo.trial.PlannedWave;
import org.refocusrecord.app.demo.trial.Post;
import org.refocusrecord.app.demo.trial.TrialSize;
import org.refocusrecord.app.demo.trial.TrialTeam;
import org.refocusrecord.app.demo.trial.TrialTeams;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The trial has the design that was published. */
class PublishedNumbersTest {

    private static final TrialSize SIZE = new TrialSize(2011, 27, 12, 1);
    private static final List<Post> POSTS = Bodies.posts(Trial.of(SIZE)).toList();

    @Test
    void there_are_27_teams_of_two_trusts_in_two_arms() {
        assertEquals(Map.of("SLAM", 18, "2GETHER", 9), count(TrialTeams.ALL, TrialTeam::trust));
        assertEquals(
                Map.of(Arm.INTERVENTION, 14, Arm.CONTROL, 13),
                count(TrialTeams.ALL, TrialTeam::arm));
        assertEquals(
                Map.of("SLAM", 9, "2GETHER", 5), count(of(Arm.INTERVENTION), TrialTeam::trust));
        assertEquals(Map.of("SLAM", 9, "2GETHER", 4), count(of(Arm.CONTROL), TrialTeam::trust));
    }

    @Test
    void the_types_of_teams_are_those_of_the_table() {
        assertEquals(
                Map.of(
                        TeamType.RECOVERY, 9,
                        TeamType.PSYCHOSIS, 2,
                        TeamType.FORENSIC, 2,
                        TeamType.LOW_SUPPORT, 1),
                count(of(Arm.INTERVENTION), TrialTeam::type));
        assertEquals(
                Map.of(
                        TeamType.RECOVERY, 4,
                        TeamType.PSYCHOSIS, 2,
                        TeamType.FORENSIC, 1,
                        TeamType.ASSERTIVE_OUTREACH, 3,
                        TeamType.SUPPORTED_LIVING, 2,
                        TeamType.EARLY_INTERVENTION, 1),
                count(of(Arm.CONTROL), TrialTeam::type));
    }

    @Test
    void the_waves_begin_within_the_time_of_recruitment() {
        assertEquals(5, PlannedWave.ALL.size());
        for (PlannedWave wave : PlannedWave.ALL) {
            assertFalse(wave.startsOn().minusMonths(1).isBefore(Design.RECRUITMENT_FROM));
            assertFalse(wave.startsOn().isAfter(Design.RECRUITMENT_TO));
        }
    }

    @Test
    void there_are_532_staff_at_the_start() {
        int staff =
                TrialTeams.ALL.stream()
                        .mapToInt(team ->
                                (int)
                                        Roster.of(team, SIZE).members().stream()
                                                .filter(member -> member.isThere(team.startsOn()))
                                                .count())
                        .sum();
        assertEquals(Design.STAFF, staff);
    }

    @Test
    void there_are_403_people_at_baseline_and_297_after_a_year() {
        assertEquals(Design.PEOPLE_AT_BASELINE, asked("\"BASELINE\"", Arm.values()));
        assertEquals(Design.FOLLOWED_UP_INTERVENTION, asked("\"FOLLOW_UP_12M\"", Arm.INTERVENTION));
        assertEquals(Design.FOLLOWED_UP_CONTROL, asked("\"FOLLOW_UP_12M\"", Arm.CONTROL));
    }

    /** How many answered the QPR on this occasion. */
    private static int asked(String occasion, Arm... arms) {
        Map<String, Arm> armOfCase = new TreeMap<>();
        Map<String, Arm> armOfTeam =
                TrialTeams.ALL.stream()
                        .collect(
                                Collectors.toMap(team -> team.id(SIZE).toString(), TrialTeam::arm));
        for (Post post : POSTS) {
            if (post.command().equals("case")) {
                armOfCase.put(
                        Bodies.tree(post).path("caseId").stringValue(),
                        armOfTeam.get(Bodies.tree(post).path("teamId").stringValue()));
            }
        }
        return (int)
                POSTS.stream()
                        .filter(post -> post.account() instanceof Account.ClinicalSystem)
                        .filter(post -> post.body().contains("\"QPR\""))
                        .filter(post -> post.body().contains(occasion))
                        .map(post -> armOfCase.get(Bodies.tree(post).path("caseId").stringValue()))
                        .filter(List.of(arms)::contains)
                        .count();
    }

    @Test
    void fewer_teams_are_a_fair_share_of_all() {
        IntStream.rangeClosed(1, Design.TEAMS)
                .forEach(number -> {
                    List<TrialTeam> share = TrialTeams.share(number);
                    long intervention =
                            share.stream().filter(team -> team.arm() == Arm.INTERVENTION).count();
                    assertEquals(number, share.stream().distinct().count());
                    assertEquals(Math.round(number * 14.0 / 27), intervention);
                });
        assertEquals(TrialTeams.ALL, TrialTeams.share(Design.TEAMS));
    }

    private static List<TrialTeam> of(Arm arm) {
        return TrialTeams.ALL.stream().filter(team -> team.arm() == arm).toList();
    }

    private static <K> Map<K, Integer> count(List<TrialTeam> teams, Function<TrialTeam, K> by) {
        return teams.stream().collect(Collectors.toMap(by, team -> 1, Integer::sum));
    }
}
