package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** The caseload on a day, as it was known at a moment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListingCasesAsTheyStoodTest {

    private final Story story = Story.begun();
    private final Service service = story.service;

    @Test
    void a_team_had_the_cases_that_were_with_it_and_open() {
        String south = Story.id();
        story.team(south);
        String before = moved(south);
        assertThat(ids("teamId=" + story.team)).isEmpty();
        assertThat(ids("teamId=" + south)).containsExactly(story.caseId);
        assertThat(ids("asOf=2011-03-31&teamId=" + story.team)).containsExactly(story.caseId);
        assertThat(ids("asOf=2011-03-31&teamId=" + south)).isEmpty();
        assertThat(ids("asOf=2011-04-01&teamId=" + south)).containsExactly(story.caseId);
        assertThat(ids("knownAt=" + before + "&teamId=" + south)).isEmpty();
        assertThat(ids("asOf=2011-01-31")).isEmpty();

        story.command(
                        "closure",
                        Body.of(
                                "commandId",
                                Story.id(),
                                "reason",
                                "OTHER",
                                "on",
                                "2011-06-30",
                                "recordedBy",
                                Story.worker(story.worker)),
                        story.system)
                .recorded();
        assertThat(ids("state=OPEN")).isEmpty();
        assertThat(ids("asOf=2011-06-30&state=OPEN")).containsExactly(story.caseId);
        assertThat(ids("asOf=2011-07-01&state=CLOSED")).containsExactly(story.caseId);
    }

    private String moved(String south) {
        String before = story.held("2011-03-01T10:00:00Z", value()).text("/recordedAt");
        story.command(
                        "transfers",
                        Body.of(
                                "commandId",
                                Story.id(),
                                "toTeamId",
                                south,
                                "on",
                                "2011-04-01",
                                "recordedBy",
                                Story.worker(story.worker)),
                        story.system)
                .recorded();
        return before;
    }

    @Test
    void a_worker_had_those_whom_he_or_she_led_or_had_met_of_late() {
        String colleague = Story.id();
        story.joined(story.team, colleague, "2011-01-03");
        story.post(
                        story.session("2011-03-01T10:00:00Z", value())
                                .with("recordedBy", Story.worker(colleague)))
                .recorded();
        assertThat(ids("asOf=2011-03-01&workerId=" + colleague)).containsExactly(story.caseId);
        assertThat(ids("asOf=2011-02-28&workerId=" + colleague)).isEmpty();
        assertThat(ids("asOf=2011-06-30&workerId=" + colleague)).isEmpty();
        assertThat(ids("asOf=2011-06-30&workerId=" + story.worker)).containsExactly(story.caseId);
    }

    @Test
    void who_may_read_them_is_told_by_today() {
        String south = Story.id();
        story.team(south);
        moved(south);
        assertThat(ids(story.leader, "asOf=2011-03-31")).isEmpty();
        assertThat(ids(story.leaderToken(south), "asOf=2011-03-31")).containsExactly(story.caseId);
        assertThat(ids(story.self, "asOf=2011-03-31")).containsExactly(story.caseId);
        assertThat(ids(Story.begun().auditor, "asOf=2011-03-31")).doesNotContain(story.caseId);
    }

    @Test
    void page_by_page_it_is_as_it_was_known_at_the_first() {
        List<String> cases = new ArrayList<>(List.of(story.caseId));
        while (cases.size() < 25) {
            String more = Story.id();
            story.open(more, Story.id()).recorded();
            cases.add(more);
        }
        cases.sort(null);
        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            Answer page = ask(story.auditor, "asOf=2011-06-30&limit=4" + next).found();
            page.at("/cases").forEach(each -> paged.add(each.path("caseId").asString()));
            next = page.at("/next").isNull() ? "" : "&cursor=" + page.text("/next");
            story.open(Story.id(), Story.id()).recorded();
        } while (!next.isEmpty());
        assertThat(paged).containsExactlyElementsOf(cases);
        Answer now = ask(story.auditor, "limit=1").found();
        assertThat(now.at("/asOf").isNull()).isTrue();
        assertThat(now.text("/knownAt")).isNotEmpty();
        ask(story.auditor, "asOf=2111-01-01").refused(400, "time.in-future /asOf");
        ask(story.auditor, "limit=1&cursor=" + next + "x")
                .refused(400, "cursor.not-readable /cursor");
    }

    private static Body value() {
        return Entries.valueTold(Story.id(), "Quiet.");
    }

    private Answer ask(String token, String query) {
        return service.get("/api/v1/cases?" + query, token);
    }

    private List<String> ids(String query) {
        return ids(story.auditor, query);
    }

    /** What a view answers may be a moment behind what was recorded. */
    private List<String> ids(String token, String query) {
        String head = story.plan(story.auditor, "").found().header("X-Position");
        List<String> ids = new ArrayList<>();
        for (JsonNode each : ask(token, query + "&minPosition=" + head).found().at("/cases")) {
            ids.add(each.path("caseId").asString());
        }
        return ids;
    }
}
