package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.security.Role;
import org.refocusrecord.security.TokenRequest;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** The plans of a whole service as of a day, a plan a line. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingAWholeServiceTest {

    private final Story story = Story.begun();
    private final Service service = story.service;

    @Test
    void each_line_is_the_plan_that_is_read_of_the_case_alone() {
        List<String> cases = cases(40);
        for (String query : List.of("?asOf=2011-03-10", "", "?include=all")) {
            Answer all = ask(story.auditor, query, "Purpose", "AUDIT").found();
            List<JsonNode> plans = plans(all);
            assertThat(ids(plans)).containsExactlyElementsOf(cases);
            String position = all.header("X-Position");
            for (JsonNode plan : plans) {
                String path = "/api/v1/cases/" + plan.path("caseId").asString() + "/care-plan";
                String knownAt = plan.path("knownAt").asString();
                String bounds = query.isEmpty() ? "?" : query + "&";
                JsonNode alone =
                        service.get(
                                        path + bounds + "knownAt=" + knownAt,
                                        story.auditor,
                                        "Purpose",
                                        "AUDIT")
                                .found()
                                .body();
                assertThat(alone).isEqualTo(plan);
                assertThat(plan.path("position").asString()).isEqualTo(position);
            }
        }
    }

    @Test
    void a_team_has_the_cases_that_were_with_it_on_the_day() {
        String south = Story.id();
        story.team(south);
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
        assertThat(ids(plans(ask(story.auditor, "?teamId=" + south))))
                .containsExactly(story.caseId);
        assertThat(plans(ask(story.auditor, "?teamId=" + story.team))).isEmpty();
        assertThat(plans(ask(story.auditor, "?asOf=2011-03-31&teamId=" + south))).isEmpty();
        assertThat(ids(plans(ask(story.auditor, "?asOf=2011-03-31&teamId=" + story.team))))
                .containsExactly(story.caseId);
        // Whoever leads reads by the team of today, whatever day is asked for.
        assertThat(plans(ask(story.leader, "?asOf=2011-03-31"))).isEmpty();
        assertThat(ids(plans(ask(story.leaderToken(south), "?asOf=2011-03-31"))))
                .containsExactly(story.caseId);
    }

    @Test
    void nobody_reads_more_than_may_be_read() {
        Story elsewhere = Story.begun();
        assertThat(ids(plans(ask(elsewhere.auditor, "")))).containsExactly(elsewhere.caseId);
        assertThat(plans(ask(story.auditor, "?trust=" + elsewhere.trust))).isEmpty();
        assertThat(plans(ask(story.auditor, "?teamId=" + Story.id()))).isEmpty();
        String ofOneTeam =
                service.token(
                        TokenRequest.of(Role.AUDITOR)
                                .trust(story.trust)
                                .teams(TeamId.of(Story.id())));
        assertThat(plans(ask(ofOneTeam, ""))).isEmpty();
        for (String token : List.of(story.staff, story.self, story.admin, story.system)) {
            ask(token, "").refused(403, "role.not-enough ");
        }
    }

    @Test
    void whoever_asks_for_the_headers_alone_is_shown_nobody() {
        WhoRead reads = new WhoRead(story);
        for (String path :
                List.of("/api/v1/care-plans", "/api/v1/audit/plan-actions?dates=2011-03-31")) {
            String account = WhoRead.account();
            String token = reads.token(Role.AUDITOR, account);
            Answer headers = service.send(service.request(path, token).HEAD());
            assertThat(headers.status()).as(path).isEqualTo(200);
            assertThat(headers.header("Content-Type")).isEqualTo("application/x-ndjson");
            assertThat(headers.header("X-Position")).isNotBlank();
            assertThat(reads.by(account)).as(path).isEmpty();
            service.get(path, token).found();
            assertThat(reads.by(account)).as(path).hasSize(1);
        }
    }

    @Test
    void the_headers_of_a_table_tell_no_length_that_it_has_not() {
        String path = "/api/v1/audit/plan-actions?dates=2011-03-31";
        HttpRequest.Builder asked = service.request(path, story.auditor, "Accept", "text/csv");
        Answer headers = service.send(asked.HEAD());
        assertThat(headers.header("Content-Type")).startsWith("text/csv");
        assertThat(headers.header("Content-Length")).isEmpty();
    }

    @Test
    void what_was_not_known_has_no_plan_and_what_cannot_be_meant_is_refused() {
        assertThat(plans(ask(story.auditor, "?knownAt=2011-05-01"))).isEmpty();
        ask(story.auditor, "?asOf=2111-01-01").refused(400, "time.in-future /asOf");
        ask(story.auditor, "?limit=5").refused(400, "query.unknown /limit");
        ask(story.auditor, "?teamId=north").refused(400, "query.not-readable /teamId");
    }

    /** Cases by their ids, each with a goal, and the story's own. */
    private List<String> cases(int number) {
        List<String> cases = new ArrayList<>(List.of(story.caseId));
        while (cases.size() < number) {
            String more = Story.id();
            story.open(more, Story.id()).recorded();
            cases.add(more);
        }
        int day = 0;
        for (String each : cases) {
            String at = "2011-03-%02dT10:00:00Z".formatted(1 + day++ % 20);
            Body goal = Entries.goalSet(Story.id(), "To cook.");
            Body value = Entries.valueTold(Story.id(), "Quiet.");
            story.post(story.session(at, goal, value).with("caseId", each)).recorded();
            if (day % 3 == 0) {
                Body mark = Story.mark(value.text("entryId"));
                service.post(
                                "/api/v1/cases/" + each + "/corrections",
                                mark.with("recordedBy", Story.worker(story.worker)),
                                story.system)
                        .recorded();
            }
        }
        return cases.stream().sorted().toList();
    }

    private Answer ask(String token, String query, String... headers) {
        return service.get("/api/v1/care-plans" + query, token, headers);
    }

    private static List<JsonNode> plans(Answer answer) {
        assertThat(answer.status()).as(answer.asText()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        return answer.asText().lines().map(JsonAnswers.mapper()::readTree).toList();
    }

    private static List<String> ids(List<JsonNode> plans) {
        return plans.stream().map(plan -> plan.path("caseId").asString()).toList();
    }
}
