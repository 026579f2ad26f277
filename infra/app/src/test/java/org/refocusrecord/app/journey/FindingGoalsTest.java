package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Who set which goal: any filter finds the same goals as looking through all of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingGoalsTest {

    private final Story story = Story.begun();
    private final Service service = story.service;
    private final String colleague = Story.id();
    private final List<String> cases = new ArrayList<>(List.of(story.caseId));

    @BeforeEach
    void cases_in_which_staff_the_person_or_both_set_goals() {
        story.joined(story.team, colleague, "2011-01-03");
        while (cases.size() < 12) {
            String more = Story.id();
            story.open(more, Story.id()).recorded();
            cases.add(more);
        }
        int number = 0;
        for (String each : cases) {
            number++;
            List<Object> setBy =
                    switch (number % 3) {
                        case 0 -> List.of("STAFF");
                        case 1 -> List.of("SERVICE_USER");
                        default -> List.of("SERVICE_USER", Story.worker(colleague));
                    };
            Body goal =
                    Entries.goalSet(Story.id(), "To cook.")
                            .with("setBy", setBy)
                            .with("proposedBy", setBy.getFirst());
            String at = "2011-%02d-14T10:00:00Z".formatted(3 + number % 4);
            story.post(story.session(at, goal).with("caseId", each)).recorded();
        }
    }

    @Test
    void by_worker_party_and_time_page_by_page() {
        List<JsonNode> all = all("limit=7");
        assertThat(all).hasSize(12);
        assertThat(all("limit=7&workerId=" + colleague))
                .isEqualTo(those(all, goal -> names(goal, "setBy", colleague)));
        assertThat(all("limit=3&party=SERVICE_USER"))
                .isEqualTo(those(all, goal -> goal.at("/setBy").toString().contains("SERVICE_US")));
        assertThat(all("limit=3&from=2011-04-01&to=2011-05-31"))
                .isEqualTo(
                        those(
                                all,
                                goal -> {
                                    String at = goal.at("/evidence/occurredAt").asString();
                                    return at.startsWith("2011-04") || at.startsWith("2011-05");
                                }));
        assertThat(all("workerId=" + Story.id())).isEmpty();
        assertThat(all("party=ADVOCATE")).isEmpty();
        assertThat(all("teamId=" + Story.id())).isEmpty();
    }

    @Test
    void whoever_set_it_as_it_was_once_known_is_found_at_that_time_and_no_longer_now() {
        String before = ask("limit=1").found().text("/knownAt");
        Body goal = Entries.goalSet(Story.id(), "To sing.").with("setBy", List.of("STAFF"));
        String known = story.held("2011-07-14T10:00:00Z", goal).text("/recordedAt");
        story.correct(
                        Story.amendment(
                                goal.text("entryId"),
                                goal.with("setBy", List.of(Story.worker(colleague)))
                                        .with("proposedBy", Story.worker(colleague))))
                .recorded();

        String ofCase = "from=2011-07-01&caseId=" + story.caseId;
        assertThat(all(ofCase + "&workerId=" + colleague)).hasSize(1);
        assertThat(all(ofCase + "&workerId=" + colleague + "&knownAt=" + known)).isEmpty();
        assertThat(all("from=2011-07-01&workerId=" + colleague + "&knownAt=" + known))
                .noneMatch(row -> row.path("caseId").asString().equals(story.caseId));
        assertThat(all("from=2011-07-01&workerId=" + colleague))
                .anyMatch(row -> row.path("caseId").asString().equals(story.caseId));
        assertThat(all("from=2011-07-01&knownAt=" + before)).isEmpty();
    }

    @Test
    void as_a_table_it_has_a_row_a_goal_and_nothing_that_anybody_said() {
        String path = "/api/v1/audit/goals?limit=8";
        Answer table =
                service.get(path, story.auditor, "Accept", "text/csv", "Purpose", "AUDIT").found();
        List<String> lines = table.asText().lines().toList();
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(lines.getFirst()).startsWith("goalId,caseId,teamId,state,status");
        assertThat(lines).hasSize(9);
        assertThat(table.asText()).doesNotContain("cook").contains("STAFF/" + story.worker);
        String link = table.header("Link");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        Answer rest =
                service.get("/api/v1/audit/goals" + next, story.auditor, "Accept", "text/csv")
                        .found();
        assertThat(rest.asText().lines().toList()).hasSize(5);
        assertThat(rest.header("Link")).isEmpty();
        assertThat(lines.subList(1, 9)).noneMatch(rest.asText()::contains);
    }

    @Test
    void cohorts_tell_who_set_goals_month_by_month_and_what_became_of_them() {
        Answer months = cohorts("").found();
        assertThat(months.at("/cohorts"))
                .extracting(each -> each.path("month").asString())
                .containsExactly("2011-03", "2011-04", "2011-05", "2011-06");
        long total = 0;
        for (JsonNode cohort : months.at("/cohorts")) {
            total += cohort.path("total").asLong();
            assertThat(cohort.at("/shares")).hasSize(7);
            assertThat(cohort.path("teamId").isNull()).isTrue();
        }
        assertThat(total).isEqualTo(12);
        Answer teams = cohorts("by=team").found();
        assertThat(teams.at("/cohorts")).hasSize(1);
        assertThat(teams.at("/cohorts/0/counts/STAFF").asInt()).isEqualTo(4);
        assertThat(teams.at("/cohorts/0/counts/SERVICE_USER").asInt()).isEqualTo(4);
        assertThat(teams.at("/cohorts/0/counts/STAFF+SERVICE_USER").asInt()).isEqualTo(4);
        assertThat(teams.at("/cohorts/0/teamId").asString()).isEqualTo(story.team);
        assertThat(cohorts("by=arm").at("/cohorts/0/arm").isNull()).isTrue();
        allocated("2011-05-01");
        assertThat(cohorts("by=arm-month").at("/cohorts"))
                .extracting(each -> each.path("month").asString() + each.path("arm").asString(""))
                .containsExactly(
                        "2011-03", "2011-04", "2011-05INTERVENTION", "2011-06INTERVENTION");
        assertThat(cohorts("of=steps").at("/cohorts")).isEmpty();
        cohorts("by=week").refused(400, "value.not-allowed /by");
    }

    @Test
    void a_cohort_counts_who_has_agreed_since_and_what_was_completed() {
        String goal = Story.id();
        story.held("2011-09-14T10:00:00Z", Entries.goalSet(goal, "To sing."));
        String before =
                story.own(
                                "2011-10-01T10:00:00Z",
                                Entries.entry("GOAL_ACCEPTANCE", "goalId", goal, "answer", "AGREE"))
                        .recorded()
                        .text("/recordedAt");
        story.held(
                "2011-11-01T10:00:00Z",
                Entries.entry(
                        "GOAL_STATUS",
                        "goalId",
                        goal,
                        "status",
                        "COMPLETED",
                        "decidedBy",
                        List.of("SERVICE_USER")));
        String ofMonth = "from=2011-09-01&to=2011-09-30";
        assertThat(outcome(ofMonth)).isEqualTo("1 1");
        assertThat(outcome(ofMonth + "&knownAt=" + before)).isEqualTo("1 0");
        assertThat(outcome(ofMonth + "&asOf=2011-09-30")).isEqualTo("0 0");
        String table =
                service.get("/api/v1/audit/cohorts?" + ofMonth, story.auditor, "Accept", "text/csv")
                        .asText();
        assertThat(table.lines().toList())
                .containsExactly(
                        "month,teamId,arm,STAFF,SERVICE_USER,CARER,STAFF+SERVICE_USER,STAFF+CARER,"
                                + "SERVICE_USER+CARER,STAFF+SERVICE_USER+CARER,total,outsideTable,"
                                + "agreed,done",
                        "2011-09,,,1,0,0,0,0,0,0,1,0,1,1");
    }

    private String outcome(String query) {
        JsonNode cohort = cohorts(query).found().at("/cohorts/0");
        return cohort.path("agreed").asLong() + " " + cohort.path("done").asLong();
    }

    private void allocated(String startsOn) {
        String study = Story.id();
        service.post(
                        "/api/v1/studies",
                        Body.of(
                                "commandId",
                                Story.id(),
                                "studyId",
                                study,
                                "name",
                                "A study",
                                "startsOn",
                                "2011-01-01"),
                        story.everywhere)
                .recorded();
        service.post(
                        "/api/v1/teams/" + story.team + "/allocation",
                        Body.of(
                                "commandId",
                                Story.id(),
                                "studyId",
                                study,
                                "arm",
                                "INTERVENTION",
                                "startsOn",
                                startsOn),
                        story.everywhere)
                .recorded();
    }

    private Answer cohorts(String query) {
        return service.get("/api/v1/audit/cohorts?" + query, story.auditor);
    }

    private Answer ask(String query) {
        return service.get("/api/v1/audit/goals?" + query, story.auditor, "Purpose", "AUDIT");
    }

    private List<JsonNode> all(String query) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            Answer page = ask(query + next).found();
            page.at("/goals").forEach(all::add);
            next = page.at("/next").isNull() ? "" : "&cursor=" + page.text("/next");
        } while (!next.isEmpty());
        return all;
    }

    private static List<JsonNode> those(List<JsonNode> all, Predicate<JsonNode> which) {
        List<JsonNode> those = all.stream().filter(which).toList();
        assertThat(those).isNotEmpty().hasSizeLessThan(all.size());
        return those;
    }

    private static boolean names(JsonNode goal, String member, String id) {
        return goal.path(member).toString().contains(id);
    }
}
