package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What had happened and what was known; an answer says which clocks and which day it used. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingByTheClocksTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Story story = Story.begun();
    private final Service service = story.service;

    @Test
    void left_out_they_bind_nothing_and_the_newest_event_says_until_when_it_is_known() {
        Answer held = story.held("2011-03-14T10:00:00Z", aGoal());
        Answer plan = story.plan(story.staff, "").found();

        assertThat(plan.at("/asOf").isNull()).isTrue();
        assertThat(at(plan, "/knownAt")).isAfterOrEqualTo(at(held, "/recordedAt"));
        assertThat(plan.at("/position").asLong())
                .isGreaterThanOrEqualTo(held.at("/position").asLong());
        assertThat(plan.header("X-Position")).isEqualTo(plan.at("/position").toString());
    }

    @Test
    void what_is_known_today_is_known_by_the_log_s_own_clock() {
        Answer held = story.held("2011-03-14T10:00:00Z", aGoal());
        String today = LocalDate.now(ZONE).toString();

        Answer plan = story.plan(story.staff, "?knownAt=" + today).found();

        // The newest event's record time, whoever recorded it, and not the end of the day.
        assertThat(at(plan, "/knownAt"))
                .isBefore(Instant.now())
                .isAfterOrEqualTo(at(held, "/recordedAt"));
        assertThat(plan.at("/goals")).hasSize(1);
        Answer again = story.plan(story.staff, "?knownAt=" + plan.text("/knownAt")).found();
        assertThat(again.body()).isEqualTo(plan.body());
    }

    @Test
    void what_had_happened_today_had_happened_by_now() {
        Instant before = Instant.now();
        Answer plan = story.plan(story.staff, "?asOf=" + LocalDate.now(ZONE)).found();
        assertThat(at(plan, "/asOf")).isBetween(before.minusMillis(1), Instant.now());
    }

    @Test
    void both_bounds_are_inclusive() {
        Answer held = story.held("2011-03-14T10:00:00Z", aGoal());
        String recorded = held.text("/recordedAt");
        String before = Instant.parse(recorded).minusNanos(1000).toString();

        assertThat(goals("?asOf=2011-03-14T10:00:00Z&knownAt=" + recorded)).isEqualTo(1);
        assertThat(goals("?asOf=2011-03-14T09:59:59.999999Z")).isZero();
        assertThat(goals("?knownAt=" + before)).isZero();
    }

    @Test
    void before_the_first_event_a_plan_is_empty() {
        Answer plan = story.plan(story.staff, "?knownAt=2011-01-01").found();
        assertThat(plan.at("/goals")).isEmpty();
        assertThat(plan.at("/careCoordinator").isNull()).isTrue();
        assertThat(plan.text("/knownAt")).isEqualTo("2011-01-01T23:59:59.999999Z");
        assertThat(plan.at("/position").asLong()).isZero();
    }

    @Test
    void where_a_day_is_needed_the_answer_names_it() {
        String today = LocalDate.now(ZONE).toString();
        String ofCase = "/api/v1/cases/" + story.caseId;
        String ofTeam = "/api/v1/teams/" + story.team;
        Map<String, String> tokens =
                Map.of(
                        "/api/v1/cases",
                        story.staff,
                        ofCase,
                        story.staff,
                        ofTeam,
                        story.leader,
                        ofTeam + "/notices",
                        story.leader,
                        ofTeam + "/participation",
                        story.leader,
                        "/api/v1/audit/goals",
                        story.auditor,
                        "/api/v1/audit/responsibility",
                        story.auditor,
                        "/api/v1/retention",
                        story.admin);
        tokens.forEach((path, token) ->
                assertThat(service.get(path, token).found().text("/day"))
                        .as(path)
                        .isEqualTo(today));
        for (String query : List.of("?asOf=2011-03-14", "?knownAt=2011-03-14")) {
            assertThat(service.get(ofTeam + query, story.leader).found().text("/day"))
                    .isEqualTo("2011-03-14");
        }
        assertThat(service.get(ofTeam + "?knownAt=" + today, story.leader).text("/day"))
                .isEqualTo(today);
    }

    @Test
    void a_position_can_be_waited_for_by_any_read_that_answers_from_a_view() {
        long head = story.held("2011-03-14T10:00:00Z", aGoal()).at("/position").asLong();
        for (String path : List.of("/api/v1/projections", "/api/v1/parked", "/api/v1/retention")) {
            Answer answer = service.get(path + "?minPosition=" + head, story.admin).found();
            assertThat(Long.parseLong(answer.header("X-Position"))).isGreaterThanOrEqualTo(head);
        }
    }

    private int goals(String query) {
        return story.plan(story.staff, query).found().at("/goals").size();
    }

    private static Instant at(Answer answer, String pointer) {
        return Instant.parse(answer.text(pointer));
    }

    private static Body aGoal() {
        return Entries.goalVoiced(Story.id(), "To sing in the choir.");
    }
}
