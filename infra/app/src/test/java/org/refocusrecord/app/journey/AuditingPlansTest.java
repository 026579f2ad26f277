package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

/** The casenote audit: plans of many people at a few dates, each action with who is to do it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditingPlansTest {

    private static final String DATES = "dates=2011-03-31,2011-04-30,2011-05-31";

    private final Story story = Story.begun();
    private final Service service = story.service;
    private final String goal = Story.id();
    private final String step = Story.id();
    private final String action = Story.id();

    @BeforeEach
    void a_step_moves_from_staff_to_both_and_an_action_comes_and_goes() {
        story.held(
                "2011-03-14T10:00:00Z",
                Entries.goalSet(goal, "To cook."),
                Entries.stepPlanned(goal, step, "STAFF"));
        story.held(
                "2011-04-14T10:00:00Z",
                Entries.entry(
                        "GOAL_STEP_CHANGED",
                        "stepId",
                        step,
                        "responsible",
                        List.of("STAFF", "SERVICE_USER"),
                        "decidedBy",
                        List.of("SERVICE_USER")),
                Entries.actionAdded(action, "STAFF"));
        story.held(
                "2011-05-14T10:00:00Z",
                Entries.entry(
                        "CARE_ACTION_REMOVED", "actionId", action, "decidedBy", List.of("STAFF")));
    }

    @Test
    void each_action_at_each_date_with_focus_responsible_set_goal_and_what_changed() {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : rows(DATES)) {
            lines.add(
                    "%s %s %s %s %s %s"
                            .formatted(
                                    row.path("date").asString(),
                                    row.path("kind").asString(),
                                    row.path("focus").asString("-"),
                                    row.path("parties").asString(),
                                    row.path("change").asString(),
                                    row.path("changed").toString()));
        }
        assertThat(lines)
                .containsExactly(
                        "2011-03-31 STEP - STAFF FIRST []",
                        "2011-04-30 STEP - STAFF+SERVICE_USER CHANGED [\"responsible\"]",
                        "2011-04-30 ACTION ACCOMMODATION STAFF ADDED []",
                        "2011-05-31 STEP - STAFF+SERVICE_USER UNCHANGED []",
                        "2011-05-31 ACTION ACCOMMODATION STAFF REMOVED []");
        JsonNode first = rows(DATES).getFirst();
        assertThat(first.path("goalId").asString()).isEqualTo(goal);
        assertThat(first.path("id").asString()).isEqualTo(step);
        assertThat(first.path("teamId").asString()).isEqualTo(story.team);
        assertThat(first.at("/addedBy/id").asString()).isEqualTo(story.worker);
    }

    @Test
    void the_table_has_a_row_a_date() {
        Answer table = table(DATES).found();
        assertThat(table.at("/dates")).hasSize(3);
        assertThat(row(table, 0)).isEqualTo("2011-03-31 1 people 1 actions STAFF 1 both 0");
        assertThat(row(table, 1)).isEqualTo("2011-04-30 1 people 2 actions STAFF 1 both 1");
        assertThat(row(table, 2)).isEqualTo("2011-05-31 1 people 1 actions STAFF 0 both 1");
        assertThat(table.at("/dates/0/added").isNull()).isTrue();
        assertThat(table.at("/dates/1/added").asInt()).isEqualTo(1);
        assertThat(table.at("/dates/1/responsibleChanged").asInt()).isEqualTo(1);
        assertThat(table.at("/dates/2/removed").asInt()).isEqualTo(1);
        assertThat(table.at("/dates/1/focus/ACCOMMODATION").asInt()).isEqualTo(1);
        assertThat(table.at("/dates/1/shares/STAFF").decimalValue()).isEqualByComparingTo("0.5");
    }

    @Test
    void what_came_or_went_with_a_person_is_told_apart_so_that_every_row_follows_from_the_last() {
        String south = Story.id();
        story.team(south);
        moved(south, "2011-05-01");
        moved(story.team, "2011-06-10");
        String dates = DATES + ",2011-06-30";
        for (String ofTeam : List.of("", "&teamId=" + story.team, "&teamId=" + south)) {
            Answer table = table(dates + ofTeam).found();
            for (int index = 1; index < 4; index++) {
                JsonNode row = table.at("/dates/" + index);
                assertThat(row.path("actions").asInt())
                        .as("%s %s", ofTeam, row)
                        .isEqualTo(
                                table.at("/dates/" + (index - 1) + "/actions").asInt()
                                        + row.path("joined").asInt()
                                        + row.path("added").asInt()
                                        - row.path("left").asInt()
                                        - row.path("removed").asInt());
            }
        }
        Answer north = table(dates + "&teamId=" + story.team).found();
        assertThat(north.at("/dates/2/left").asInt()).isEqualTo(2);
        assertThat(north.at("/dates/2/removed").asInt()).isZero();
        assertThat(north.at("/dates/3/joined").asInt()).isEqualTo(1);
        assertThat(table(dates).at("/dates/3/joined").asInt()).isZero();
    }

    private void moved(String to, String on) {
        story.command(
                        "transfers",
                        Body.of(
                                "commandId",
                                Story.id(),
                                "toTeamId",
                                to,
                                "on",
                                on,
                                "recordedBy",
                                Story.worker(story.worker)),
                        story.system)
                .recorded();
    }

    @Test
    void in_what_an_action_is_another_than_it_was_is_told_of_what_was_said_too() {
        story.held(
                "2011-05-20T10:00:00Z",
                Entries.entry(
                        "GOAL_STEP_CHANGED",
                        "stepId",
                        step,
                        "description",
                        "Ask a friend to come along.",
                        "dueOn",
                        "2011-07-01",
                        "decidedBy",
                        List.of("SERVICE_USER")));
        JsonNode may =
                rows(DATES).stream()
                        .filter(row -> row.path("date").asString().equals("2011-05-31"))
                        .filter(row -> row.path("kind").asString().equals("STEP"))
                        .findFirst()
                        .orElseThrow();
        assertThat(may.path("change").asString()).isEqualTo("CHANGED");
        assertThat(may.path("changed").toString()).isEqualTo("[\"description\",\"dueOn\"]");
    }

    private static String row(Answer table, int index) {
        JsonNode row = table.at("/dates/" + index);
        return "%s %d people %d actions STAFF %d both %d"
                .formatted(
                        row.path("date").asString(),
                        row.path("people").asInt(),
                        row.path("actions").asInt(),
                        row.at("/counts/STAFF").asInt(),
                        row.at("/counts/STAFF+SERVICE_USER").asInt());
    }

    @Test
    void it_is_asked_again_as_it_was_known_before() {
        String known = table(DATES).found().text("/knownAt");
        byte[] before = table(DATES + "&knownAt=" + known).bytes();
        story.held("2011-03-15T10:00:00Z", Entries.actionAdded(Story.id(), "SERVICE_USER"));
        assertThat(table(DATES).at("/dates/0/actions").asInt()).isEqualTo(2);
        assertThat(table(DATES + "&knownAt=" + known).bytes()).isEqualTo(before);
    }

    @Test
    void as_a_table_for_spreadsheets_and_as_a_picture() throws Exception {
        Answer csv = ask("plan-actions", DATES, "Accept", "text/csv").found();
        assertThat(csv.asText().lines().toList()).hasSize(6);
        assertThat(csv.asText()).startsWith("date,caseId,teamId,kind,id,goalId,focus,responsible");
        Answer rows = ask("plan-responsibility", DATES, "Accept", "text/csv").found();
        assertThat(rows.asText().lines().toList().get(1)).startsWith("2011-03-31,1,1,1,1,1,0,0,0");
        Answer picture = ask("plan-responsibility", DATES, "Accept", "image/svg+xml").found();
        assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
        var drawn =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(picture.bytes()));
        Set<String> titles = new TreeSet<>();
        var found = drawn.getElementsByTagName("title");
        for (int index = 0; index < found.getLength(); index++) {
            titles.add(found.item(index).getTextContent());
        }
        assertThat(titles)
                .contains(
                        "2011-03-31, STAFF: 1 of 1 (100.0 %)",
                        "2011-04-30, STAFF+SERVICE_USER: 1 of 2 (50.0 %)");
    }

    @Test
    void a_sample_is_the_same_for_the_same_seed_and_counts_people_and_not_plans() {
        Set<String> everybody = new TreeSet<>(Set.of(story.caseId));
        while (everybody.size() < 12) {
            String more = Story.id();
            story.open(more, Story.id()).recorded();
            story.post(
                            story.session(
                                            "2011-03-14T10:00:00Z",
                                            Entries.actionAdded(Story.id(), "STAFF"))
                                    .with("caseId", more))
                    .recorded();
            everybody.add(more);
        }
        Set<Set<String>> samples = new HashSet<>();
        for (int seed = 0; seed < 5; seed++) {
            Set<String> sample = people(DATES + "&people=4&seed=" + seed);
            assertThat(sample).hasSize(4).isSubsetOf(everybody);
            assertThat(people(DATES + "&people=4&seed=" + seed)).isEqualTo(sample);
            assertThat(people(DATES + "&people=5&seed=" + seed)).containsAll(sample);
            assertThat(table(DATES + "&people=4&seed=" + seed).at("/dates/0/people").asInt())
                    .isEqualTo(4);
            samples.add(sample);
        }
        assertThat(samples.size()).isGreaterThan(1);
        assertThat(people(DATES)).isEqualTo(everybody);
    }

    @Test
    void a_closed_case_is_audited_up_to_the_last_day_of_care() {
        story.command(
                        "closure",
                        Body.of(
                                "commandId",
                                Story.id(),
                                "reason",
                                "OTHER",
                                "on",
                                "2011-04-30",
                                "recordedBy",
                                Story.worker(story.worker)),
                        story.system)
                .recorded();
        assertThat(table(DATES).at("/dates/1/people").asInt()).isEqualTo(1);
        assertThat(table(DATES).at("/dates/2/people").asInt()).isZero();
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        table("").refused(400, "query.not-readable /dates");
        table("dates=2011-03-31,2011-03-31").refused(400, "value.not-allowed /dates");
        table("dates=2011-04-30,2011-03-31").refused(400, "value.not-allowed /dates");
        table("dates=2011-02-30").refused(400, "value.not-allowed /dates");
        table("dates=yesterday").refused(400, "query.not-readable /dates");
        table("dates=2111-02-03").refused(400, "time.in-future /dates");
        table("dates=1899-12-31,2011-02-03").refused(400, "time.too-early /dates");
        table(DATES + "&people=0").refused(400, "value.not-allowed /people");
        table(DATES + "&seed=7").refused(400, "query.not-readable /people");
        service.get("/api/v1/audit/plan-actions?" + DATES, story.leader)
                .refused(403, "role.not-enough ");
        assertThat(rows(DATES + "&teamId=" + Story.id())).isEmpty();
        assertThat(
                        service.get("/api/v1/audit/plan-actions?" + DATES, Story.begun().auditor)
                                .found()
                                .asText())
                .isEmpty();
    }

    private Set<String> people(String query) {
        Set<String> people = new TreeSet<>();
        rows(query).forEach(row -> people.add(row.path("caseId").asString()));
        return people;
    }

    private List<JsonNode> rows(String query) {
        Answer answer = ask("plan-actions", query).found();
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        return answer.asText().lines().map(JsonAnswers.mapper()::readTree).toList();
    }

    private Answer table(String query) {
        return ask("plan-responsibility", query);
    }

    private Answer ask(String what, String query, String... headers) {
        return service.get("/api/v1/audit/" + what + "?" + query, story.auditor, headers);
    }
}
