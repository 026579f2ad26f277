package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.node.ArrayNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/** A mistyped question must not be answered as if it were another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusingMistypedQuestionsTest {

    private static final Story STORY = Story.begun();
    private static final String OF_CASE = "/api/v1/cases/" + STORY.caseId;

    @ParameterizedTest
    @CsvSource({
        "?asof=2012-01-01, query.unknown /asof",
        "?asOf=yesterday, query.not-readable /asOf",
        "?asOf=2012-02-30, query.not-readable /asOf",
        "?asOf=2012-01-01T10:00:00, query.not-readable /asOf",
        "?asOf=, query.not-readable /asOf",
        "?asOf, query.not-readable /asOf",
        "?asOf=2012-01-01&asOf=2012-01-02, query.not-readable /asOf",
        "?asOf=2999-01-01, time.in-future /asOf",
        "?knownAt=2999-01-01T00:00:00Z, time.in-future /knownAt",
        "?asOf=1899-12-31, time.too-early /asOf",
        "?asOf=0000-01-01T00:00:00Z, time.too-early /asOf",
        "?knownAt=0000-01-01, time.too-early /knownAt",
        "?include=some, value.not-allowed /include",
        "?minPosition=-1, value.not-allowed /minPosition",
        "?minPosition=many, query.not-readable /minPosition",
        "?%ff=1, 'query.not-readable '",
        "?%00=1, query.unknown /�",
        "?a/b=1, query.unknown /a~1b"
    })
    void of_the_plan(String query, String fault) {
        STORY.plan(STORY.staff, query).refused(400, fault);
    }

    @ParameterizedTest
    @CsvSource({
        "/events?limit=0, value.not-allowed /limit",
        "/events?limit=1001, value.not-allowed /limit",
        "/events?limit=ten, query.not-readable /limit",
        "/events?after=-1, value.not-allowed /after",
        "/events?after=99999999999999999999, query.not-readable /after",
        "?asOf=2012-01-01, query.unknown /asOf"
    })
    void of_the_case(String query, String fault) {
        STORY.service.get(OF_CASE + query, STORY.staff).refused(400, fault);
    }

    @Test
    void a_cursor_is_of_the_list_that_gave_it() {
        for (int index = 0; index < 3; index++) {
            STORY.held("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        }
        String goals = "/api/v1/audit/goals?limit=2";
        String cursor = STORY.service.get(goals, STORY.auditor).found().text("/next");
        Answer page = STORY.service.get(goals + "&cursor=" + cursor, STORY.auditor).found();
        STORY.held("2011-03-13T10:00:00Z", Entries.goalVoiced(Story.id(), "To dance."));
        assertThat(STORY.service.get(goals + "&cursor=" + cursor, STORY.auditor).found().asText())
                .as("a goal recorded between two pages shifts none")
                .isEqualTo(page.asText());
        STORY.service
                .get(goals + "&cursor=" + cursor + "&from=2010-01-01", STORY.auditor)
                .refused(400, "cursor.not-readable /cursor");
        STORY.service
                .get("/api/v1/cases?cursor=" + cursor, STORY.auditor)
                .refused(400, "cursor.not-readable /cursor");
        STORY.service
                .get(goals + "&cursor=" + cursor.substring(1), STORY.auditor)
                .refused(400, "cursor.not-readable /cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967295", "-1", "many", ""})
    void a_cursor_made_by_hand_that_counts_no_goals_is_refused(String count) {
        for (int index = 0; index < 2; index++) {
            STORY.held("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        }
        String goals = "/api/v1/audit/goals?limit=1";
        String cursor = STORY.service.get(goals, STORY.auditor).found().text("/next");
        String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        assertThat(place).endsWith(",\"1\"]");
        byte[] made = place.replace(",\"1\"]", ",\"" + count + "\"]").getBytes(UTF_8);

        STORY.service
                .get(
                        goals + "&cursor=" + Base64.getUrlEncoder().encodeToString(made),
                        STORY.auditor)
                .refused(400, "cursor.not-readable /cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "1, +1000000000-12-31T23:59:59.999999999Z",
        "1, 2999-01-01T00:00:00Z",
        "1, -0044-03-15T00:00:00Z",
        "1, then",
        "0, 2011-03-14T10:00:00Z",
        "2, 2999-01-01",
        "2, 1899-12-31",
        "2, then"
    })
    void a_cursor_made_by_hand_is_of_a_moment_that_a_page_can_be_of(int part, String text) {
        for (int index = 0; index < 2; index++) {
            STORY.held("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        }
        String goals = "/api/v1/audit/goals?limit=1";
        String cursor = STORY.service.get(goals, STORY.auditor).found().text("/next");
        ArrayNode place =
                (ArrayNode) JsonAnswers.mapper().readTree(Base64.getUrlDecoder().decode(cursor));
        // Behind the question's own: what had happened, what was known, which day it was.
        place.set(part + 1, text);
        byte[] made = place.toString().getBytes(UTF_8);
        STORY.service
                .get(
                        goals + "&cursor=" + Base64.getUrlEncoder().encodeToString(made),
                        STORY.auditor)
                .refused(400, "cursor.not-readable /cursor");
    }

    @Test
    void a_page_is_of_the_day_of_the_first_though_midnight_has_come_between_them() {
        for (int index = 0; index < 2; index++) {
            STORY.held("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        }
        String goals = "/api/v1/audit/goals?limit=1";
        Answer first = STORY.service.get(goals, STORY.auditor).found();
        ArrayNode place =
                (ArrayNode)
                        JsonAnswers.mapper()
                                .readTree(Base64.getUrlDecoder().decode(first.text("/next")));
        assertThat(place.get(3).asString()).isEqualTo(first.text("/day"));
        String yesterday = LocalDate.parse(first.text("/day")).minusDays(1).toString();
        place.set(3, yesterday);
        byte[] made = place.toString().getBytes(UTF_8);
        Answer next =
                STORY.service
                        .get(
                                goals + "&cursor=" + Base64.getUrlEncoder().encodeToString(made),
                                STORY.auditor)
                        .found();
        assertThat(next.text("/day")).isEqualTo(yesterday);
        assertThat(next.text("/knownAt")).isEqualTo(first.text("/knownAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "6F1B0B5E-52A4-4C55-9D7E-2F5A54B6A6D1", "%00", "..", "%2e%2e%2f"})
    void an_id_of_a_path_that_is_none_is_not_there(String id) {
        Answer answer = STORY.service.get("/api/v1/cases/" + id + "/care-plan", STORY.staff);
        assertThat(answer.status()).as(answer.asText()).isBetween(400, 404);
        assertThat(answer.code()).isNotEmpty();
    }

    @Test
    void a_method_that_a_path_does_not_take_is_refused() {
        Answer answer =
                STORY.service.send(
                        STORY.service
                                .request(OF_CASE, STORY.staff)
                                .method("PATCH", BodyPublishers.ofString("{}")));
        answer.refused(405, "method.not-allowed ");
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void of_receipts_and_posts() {
        String receipt = "/api/v1/commands/" + Story.id() + "/receipt";
        STORY.service
                .get(receipt + "?asOf=2012-01-01", STORY.system)
                .refused(400, "query.unknown /asOf");
        STORY.service
                .get(receipt + "?minPosition=99999999", STORY.system)
                .refused(503, "view.behind ");
        for (String path :
                List.of(
                        "/api/v1/sessions",
                        OF_CASE + "/closure",
                        OF_CASE + "/corrections",
                        "/api/v1/projections/no-such/pause",
                        "/api/v1/projections/no-such/rebuild",
                        "/api/v1/parked/" + Story.id() + "/release")) {
            String token = path.matches(".*/(projections|parked)/.*") ? STORY.admin : STORY.system;
            Answer refused = STORY.service.post(path + "?dryRun=true", "{}", token).hasStatus(400);
            assertThat(refused.faults()).as(path).contains("query.unknown /dryRun");
        }
    }

    @Test
    void what_was_recorded_is_answered_as_recorded_in_whatever_form_the_answer_was_wanted() {
        Body session =
                STORY.session("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        for (int status : List.of(201, 200)) {
            STORY.service
                    .post("/api/v1/sessions", session, STORY.system, "Accept", "application/xml")
                    .hasStatus(status);
        }
        STORY.service
                .get(
                        "/api/v1/sessions/" + session.text("sessionId") + "/receipt",
                        STORY.system,
                        "Accept",
                        "image/png")
                .found();
    }
}
