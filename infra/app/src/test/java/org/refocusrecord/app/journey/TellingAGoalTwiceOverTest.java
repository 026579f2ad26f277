package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.StreamSupport;

/** The story of one goal: how the plan stood on a day, as it was known at a moment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingAGoalTwiceOverTest {

    private static final List<String> DAYS =
            List.of("2011-02-20", "2011-03-17", "2011-03-31", "2011-04-30", "2011-05-31");

    /** Rows: what had happened by that day. Columns: what had been recorded by then. */
    private static final String EXPECTED =
            """
            known when | voiced | set for the person | agreed | step shared | amended | taken back | session moved
            2011-02-20 | voiced | voiced | voiced | voiced | voiced | voiced | voiced
            2011-03-17 | voiced | cook, PENDING, S | cook, PENDING, S | cook, PENDING, S | bake, PENDING, S | cook, PENDING, S | voiced
            2011-03-31 | voiced | cook, PENDING, S | cook, PENDING, S | cook, PENDING, S | bake, PENDING, S | cook, PENDING, S | cook, PENDING, S
            2011-04-30 | voiced | cook, PENDING, S | cook, AGREE, S | cook, AGREE, S | bake, AGREE, S | cook, AGREE, S | cook, AGREE, S
            2011-05-31 | voiced | cook, PENDING, S | cook, AGREE, S | cook, AGREE, S+P | bake, AGREE, S+P | cook, AGREE, S+P | cook, AGREE, S+P
            """;

    private final GoalToldOver told = new GoalToldOver();
    private final Story story = told.story;

    @BeforeEach
    void all_of_it() {
        told.all();
    }

    @Test
    void the_plan_at_five_dates_by_what_was_known() {
        String table = table(this::inPlan);
        System.out.println(table);
        assertThat(table).isEqualTo(EXPECTED);
        assertThat(table(this::inPlan)).isEqualTo(table);
    }

    @Test
    void the_audit_of_goals_at_the_same() {
        assertThat(table(this::inAudit)).isEqualTo(EXPECTED);
    }

    @Test
    void the_audit_says_who_moved_the_step_and_who_recorded_what() {
        Answer audit =
                story.service
                        .get(
                                "/api/v1/audit/goals?caseId=" + story.caseId,
                                story.auditor,
                                "Purpose",
                                "AUDIT")
                        .found();
        JsonNode row = audit.at("/goals/0");
        assertThat(row.at("/statement/text").asString()).isEqualTo("To cook.");
        assertThat(row.at("/setBy/0/id").asString()).isEqualTo(story.worker);
        assertThat(row.at("/recordedBy/id").asString()).isEqualTo(story.worker);
        assertThat(row.at("/acceptance/0/how").asString()).isEqualTo("OWN_ACT");
        assertThat(row.at("/steps/0/responsiblePlanned")).hasSize(1);
        assertThat(row.at("/steps/0/changes/0/was/0/party").asString()).isEqualTo("STAFF");
        assertThat(row.at("/steps/0/changes/0/is")).hasSize(2);
        assertThat(row.at("/steps/0/changes/0/decidedBy/0/id").asString()).isEqualTo(story.person);
    }

    private interface Reading {
        JsonNode goal(String asOf, String knownAt);
    }

    private JsonNode inPlan(String asOf, String knownAt) {
        return story.plan(story.self, "?asOf=%s&knownAt=%s".formatted(asOf, knownAt))
                .found()
                .at("/goals/0");
    }

    private JsonNode inAudit(String asOf, String knownAt) {
        return story.service
                .get(
                        "/api/v1/audit/goals?caseId=%s&asOf=%s&knownAt=%s"
                                .formatted(story.caseId, asOf, knownAt),
                        story.auditor,
                        "Purpose",
                        "AUDIT")
                .found()
                .at("/goals/0");
    }

    private String table(Reading reading) {
        StringBuilder table = new StringBuilder();
        table.append(row("known when", told.recordedAt.keySet()));
        for (String day : DAYS) {
            List<String> cells = new ArrayList<>();
            told.recordedAt.values().forEach(moment -> cells.add(cell(reading.goal(day, moment))));
            table.append(row(day, cells));
        }
        return table.toString();
    }

    private static String row(String head, Iterable<String> cells) {
        StringJoiner row = new StringJoiner(" | ", "", "\n").add(head);
        cells.forEach(row::add);
        return row.toString();
    }

    private static String cell(JsonNode goal) {
        if (!goal.path("state").asString().equals("SET")) {
            return goal.path("state").asString().equals("VOICED") ? "voiced" : "none";
        }
        return "%s, %s, %s"
                .formatted(
                        goal.at("/statement/text").asString().substring(3, 7),
                        goal.at("/acceptance/0/answer").asString(),
                        parties(goal.at("/steps/0/responsible")));
    }

    private static String parties(JsonNode people) {
        StringJoiner parties = new StringJoiner("+");
        StreamSupport.stream(people.spliterator(), false)
                .map(person -> person.path("party").asString())
                .forEach(party -> parties.add(party.equals("STAFF") ? "S" : "P"));
        return parties.toString();
    }
}
