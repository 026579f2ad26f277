package org.refocusrecord.query.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;
import org.refocusrecord.events.team.TeamAllocated;
import org.refocusrecord.query.caseload.CandidateBatches;
import org.refocusrecord.query.caseload.CaseInLog;
import org.refocusrecord.query.caseload.Views;
import org.refocusrecord.query.projection.ReadPoint;
import org.refocusrecord.query.projection.StoryLog;
import org.refocusrecord.query.team.TeamStory;
import org.refocusrecord.query.team.Teams;
import org.refocusrecord.query.walk.WalkTurns;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Participation from the log, at any point of both clocks. */
class ReadingParticipationTest {

    private static final TeamId NORTH = TeamStory.team(1);
    private static final TeamId SOUTH = TeamStory.team(2);
    private static final LocalDate TODAY = LocalDate.parse("2014-01-01");

    private final StoryLog log = new StoryLog();
    private final TeamStory north = new TeamStory(log, NORTH);
    private final TeamStory south = new TeamStory(log, SOUTH);
    @AutoClose private final Views views = new Views(log);
    private final WalkTurns turns = new WalkTurns(1);
    private final TeamParticipation participation =
            new TeamParticipation(
                    new Teams(views.reads, log, StoryLog.LONDON),
                    views.positions,
                    new TeamCases(views.reads, log, StoryLog.LONDON),
                    turns);

    private CommandId transfer = new CommandId(new UUID(0, 0));

    @BeforeEach
    void a_case_that_was_moved_by_mistake() {
        north.allocated(Arm.INTERVENTION, "2012-01-01");
        south.allocated(Arm.INTERVENTION, "2012-01-01");
        log.recordedAt("2012-12-01T00:00:00Z");
        CaseInLog story = new CaseInLog(log, 1, NORTH, "2012-01-01");
        story.session(1, "2012-06-01T10:00:00Z", story.valuesTalkedAbout(), story.goalSet());
        log.recordedAt("2013-02-01T00:00:00Z");
        transfer = story.transferred(SOUTH, "2012-03-01");
        log.recordedAt("2013-03-01T00:00:00Z");
        story.inError(transfer);
        views.start();
    }

    private Participation of(TeamId team, @Nullable String asOf, @Nullable String knownAt) {
        return of(team, asOf, knownAt, ParticipationPolicy.PARTICIPATION_1);
    }

    private Participation of(
            TeamId team,
            @Nullable String asOf,
            @Nullable String knownAt,
            ParticipationPolicy policy) {
        ReadPoint point =
                ReadPoint.of(
                                asOf == null ? null : Instant.parse(asOf),
                                knownAt == null ? null : Instant.parse(knownAt),
                                TODAY,
                                log,
                                StoryLog.LONDON)
                        .orElseThrow();
        return participation.of(team, point, policy).orElseThrow();
    }

    private static String reach(Participation counted) {
        PartCount reach = counted.parts().getLast();
        return reach.numerator() + " of " + reach.denominator();
    }

    @Test
    void it_is_counted_from_what_is_known_now() {
        assertThat(reach(of(NORTH, null, null))).isEqualTo("2/1 of 3/1");
        assertThat(reach(of(SOUTH, null, null))).isEqualTo("0/1 of 0/1");
    }

    @Test
    void what_was_answered_once_is_answered_again() {
        String meanwhile = "2013-02-15T00:00:00Z";

        // 60 days with the one, the rest of the year with the other.
        assertThat(reach(of(NORTH, "2013-01-31T00:00:00Z", meanwhile))).isEqualTo("0/1 of 0/1");
        assertThat(reach(of(SOUTH, "2013-01-31T00:00:00Z", meanwhile))).isEqualTo("2/1 of 3/1");
        assertThat(of(NORTH, null, "2012-12-15T00:00:00Z").position()).isEqualTo(8);
    }

    @Test
    void it_waits_for_the_views_and_answers_at_the_head() {
        CaseInLog another = new CaseInLog(log, 2, NORTH, "2012-01-01");
        another.session(1, "2012-06-01T10:00:00Z", another.strengthsTalkedAbout());

        Participation counted = of(NORTH, null, null);

        assertThat(counted.position()).isEqualTo(log.head().position());
        assertThat(reach(counted)).isEqualTo("3/1 of 6/1");
    }

    @Test
    void by_the_median_teams_of_the_study_are_compared_at_one_point() {
        ParticipationPolicy policy = ParticipationPolicy.PARTICIPATION_1_MEDIAN;

        assertThat(of(NORTH, null, null, policy).teamClass()).isEqualTo(TeamClass.HIGH);
        assertThat(of(SOUTH, null, null, policy).teamClass()).isEqualTo(TeamClass.LOW);
    }

    @Test
    void an_allocation_that_is_in_error_by_now_still_counts_as_it_was_known() {
        ParticipationPolicy policy = ParticipationPolicy.PARTICIPATION_1_MEDIAN;
        log.recordedAt("2013-03-02T00:00:00Z");
        Instant known = log.now();
        assertThat(of(NORTH, null, known.toString(), policy).teamClass()).isEqualTo(TeamClass.HIGH);

        log.recordedAt("2013-03-03T00:00:00Z");
        south.inError(
                log.stream("team/" + SOUTH).stream()
                        .filter(recorded -> recorded.event() instanceof TeamAllocated)
                        .findFirst()
                        .orElseThrow()
                        .commandId());

        assertThat(of(NORTH, null, known.toString(), policy).teamClass()).isEqualTo(TeamClass.HIGH);
        assertThat(of(NORTH, null, null, policy).teamClass()).isEqualTo(TeamClass.LOW);
    }

    @Test
    void in_json_fractions_are_numbers_and_the_class_is_called_class() {
        JsonNode json = JsonMapper.shared().valueToTree(of(NORTH, null, null));

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "teamId",
                        "policy",
                        "rule",
                        "arm",
                        "asOf",
                        "knownAt",
                        "day",
                        "position",
                        "windowFrom",
                        "windowTo",
                        "closed",
                        "parts",
                        "index",
                        "class",
                        "completeness");
        assertThat(json.path("class").asString()).isEqualTo("LOW");
        assertThat(json.path("parts").path(5).path("value").isNumber()).isTrue();
        assertThat(json.path("parts").path(5).path("value").toString()).isEqualTo("0.6667");
        assertThat(json.path("parts").path(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "part",
                        "numerator",
                        "denominator",
                        "value",
                        "weight",
                        "missing",
                        "notCounted");
    }

    @Test
    void a_team_that_is_not_there_is_not_counted() {
        ReadPoint point = ReadPoint.of(null, null, TODAY, log, StoryLog.LONDON).orElseThrow();

        assertThat(participation.of(TeamStory.team(9), point, ParticipationPolicy.PARTICIPATION_1))
                .isEmpty();
        assertThat(Objects.requireNonNull(ParticipationPolicy.named("participation-1")))
                .isEqualTo(ParticipationPolicy.PARTICIPATION_1);
        assertThat(ParticipationPolicy.named("participation-2")).isNull();
    }

    @Test
    void where_as_many_are_counted_as_may_be_the_next_is_told_to_come_again() {
        try (WalkTurns.Walk _ = turns.beginWhole()) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> of(NORTH, null, null))
                    .satisfies(busy ->
                            assertThat(busy.problem().code()).isEqualTo(ProblemCode.LOG_BUSY));
        }
        assertThat(of(NORTH, null, null).teamId()).isEqualTo(NORTH);
        assertThat(turns.wholeUnderWay()).isZero();
    }

    @Test
    void however_many_cases_a_team_has_each_is_counted_once() {
        int cases = 2 * CandidateBatches.CASES_AT_ONCE + 5;
        for (int number = 2; number <= cases; number++) {
            CaseInLog more = new CaseInLog(log, number, NORTH, "2012-01-01");
            more.session(1, "2012-06-01T10:00:00Z", more.strengthsTalkedAbout());
        }

        // Two of three practices with the first, and one with each of the others.
        assertThat(reach(of(NORTH, null, null)))
                .isEqualTo("%d/1 of %d/1".formatted(cases + 1, 3 * cases));
    }
}
