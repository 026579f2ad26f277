package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What changed in a plan between two moments: by the clock of what happened, and of recording. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowingChangesTest {

    private static final String STAFF = "STAFF";
    private static final String PERSON = "SERVICE_USER";

    private final GoalToldOver told = new GoalToldOver();
    private final Story story = told.story;

    @Test
    void by_what_happened_each_change_is_told_with_who_when_and_in_which_session() {
        told.all();
        List<JsonNode> changes = changes("?from=2011-02-14");

        assertThat(lines(changes))
                .containsExactly(
                        "2011-02-14 GOAL ADDED SERVICE_USER",
                        "2011-03-21 GOAL CHANGED statement STAFF",
                        "2011-03-21 GOAL CHANGED whose STAFF",
                        "2011-03-21 GOAL CHANGED state STAFF",
                        "2011-03-21 GOAL CHANGED status STAFF",
                        "2011-03-21 GOAL CHANGED proposedBy STAFF",
                        "2011-03-21 GOAL CHANGED setBy STAFF",
                        "2011-03-21 GOAL CHANGED acceptance STAFF",
                        "2011-03-21 STEP ADDED STAFF",
                        "2011-04-04 GOAL CHANGED acceptance SERVICE_USER",
                        "2011-05-09 STEP CHANGED responsible STAFF");
        JsonNode shared = changes.getLast();
        assertThat(shared.at("/id").asString()).isEqualTo(told.step);
        assertThat(shared.at("/was")).hasSize(1);
        assertThat(shared.at("/is")).hasSize(2);
        assertThat(shared.at("/decidedBy/0/party").asString()).isEqualTo(PERSON);
        assertThat(shared.at("/reason/text").asString()).isEqualTo("So it was agreed.");
        assertThat(shared.at("/evidence/sessionId").asString()).isNotEmpty();
        JsonNode agreed = changes.get(9);
        assertThat(agreed.at("/was/answer").asString()).isEqualTo("PENDING");
        assertThat(agreed.at("/is/answer").asString()).isEqualTo("AGREE");
        assertThat(agreed.at("/is/how").asString()).isEqualTo("OWN_ACT");
    }

    @Test
    void by_what_was_recorded_corrections_are_changes_and_so_is_taking_them_back() {
        told.all();
        List<JsonNode> changes = changes("?clock=recorded&from=" + told.recordedAt.get("amended"));

        assertThat(lines(changes))
                .extracting(line -> line.substring("2011-05-09 ".length()))
                .containsExactly(
                        "GOAL CHANGED statement STAFF",
                        "GOAL CHANGED statement STAFF",
                        "STEP CHANGED occurredAt STAFF");
        assertThat(changes.get(0).at("/was/text").asString()).isEqualTo("To cook.");
        assertThat(changes.get(0).at("/is/text").asString()).isEqualTo("To bake.");
        assertThat(changes.get(1).at("/is/text").asString()).isEqualTo("To cook.");
        assertThat(changes.get(0).at("/reason/text").asString()).isNotEmpty();
        assertThat(changes.get(0).at("/at").asString()).isEqualTo(told.recordedAt.get("amended"));
    }

    @Test
    void what_is_found_in_error_is_told_so_and_what_is_withdrawn_is_removed() {
        String value = Story.id();
        String action = Story.id();
        Body valueTold = Entries.valueTold(value, "My garden.");
        story.held("2011-03-01T10:00:00Z", valueTold, Entries.actionAdded(action, STAFF));
        Body gone =
                Entries.entry(
                        "CARE_ACTION_REMOVED", "actionId", action, "decidedBy", List.of(STAFF));
        story.held("2011-03-02T10:00:00Z", gone);
        story.correct(Story.mark(valueTold.text("entryId"))).recorded();

        assertThat(kinds(changes("?clock=recorded")))
                .contains("VALUE ADDED", "ACTION ADDED", "ACTION REMOVED", "VALUE IN_ERROR");
        assertThat(kinds(changes("")))
                .doesNotContain("VALUE ADDED")
                .contains("ACTION ADDED", "ACTION REMOVED");
    }

    @Test
    void both_ends_are_part_of_it() {
        told.all();
        assertThat(changes("?from=2011-04-04T10:00:00Z&to=2011-04-04T10:00:00Z")).hasSize(1);
        assertThat(changes("?from=2011-04-04T10:00:00.000001Z&to=2011-05-09T09:59:59Z")).isEmpty();
        assertThat(changes("?from=2011-04-04&to=2011-04-04")).hasSize(1);
    }

    @Test
    void pages_are_not_shifted_by_what_is_recorded_meanwhile() {
        told.all();
        List<JsonNode> whole = changes("?clock=recorded");
        List<JsonNode> paged = new ArrayList<>();
        String next = "";
        do {
            Answer page = ask(story.staff, "?clock=recorded&limit=2" + next).found();
            page.at("/changes").forEach(paged::add);
            next = page.at("/next").isNull() ? "" : "&cursor=" + page.text("/next");
            story.held("2011-02-20T10:00:00Z", Entries.valueTold(Story.id(), "Quiet."));
        } while (!next.isEmpty());
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void answers_that_are_not_shared_are_not_told_by_having_changed() {
        Body rating = Entries.briefInspire(Story.id(), Story.worker(story.worker));
        story.own("2011-03-03T10:00:00Z", rating).recorded();
        Body better = rating.with("answers", Map.of("B1", 4, "B2", 4));
        story.command("corrections", Story.amendment(rating.text("entryId"), better), story.self)
                .recorded();

        JsonNode seen = answersChanged(story.self);
        assertThat(seen.at("/was/B1").asInt()).isEqualTo(3);
        assertThat(seen.at("/is/B1").asInt()).isEqualTo(4);
        for (String token : List.of(story.staff, story.leader, story.auditor)) {
            JsonNode hidden = answersChanged(token);
            assertThat(hidden.at("/was/withheld").asString()).isEqualTo("SHARING");
            assertThat(hidden.at("/is/B1").isMissingNode()).isTrue();
        }
        for (JsonNode change : changes("?clock=recorded")) {
            assertThat(change.at("/is/answers").isMissingNode()).isTrue();
        }
    }

    private JsonNode answersChanged(String token) {
        for (JsonNode change : ask(token, "?clock=recorded").found().at("/changes")) {
            if (change.path("field").asString("").equals("answers")) {
                return change;
            }
        }
        throw new AssertionError("no change of answers");
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        told.all();
        ask(story.staff, "?from=2011-03-02&to=2011-03-01").refused(400, "range.reversed /to");
        ask(story.staff, "?clock=both").refused(400, "value.not-allowed /clock");
        ask(story.staff, "?asof=2011-03-02").refused(400, "query.unknown /asof");
        ask(story.staff, "?asOf=2111-03-02").refused(400, "time.in-future /asOf");
        String cursor = ask(story.staff, "?limit=1").text("/next");
        ask(story.staff, "?limit=1&clock=recorded&cursor=" + cursor)
                .refused(400, "cursor.not-readable /cursor");
        ask(story.staff, "?limit=1&cursor=" + cursor).found();
        ask(story.system, "").hasStatus(403);
        ask(Story.begun().auditor, "").refused(404, "case.unknown ");
    }

    private Answer ask(String token, String query) {
        return story.service.get(
                "/api/v1/cases/" + story.caseId + "/care-plan/changes" + query, token);
    }

    private List<JsonNode> changes(String query) {
        List<JsonNode> changes = new ArrayList<>();
        ask(story.staff, query).found().at("/changes").forEach(changes::add);
        return changes;
    }

    private static List<String> kinds(List<JsonNode> changes) {
        return changes.stream()
                .map(each -> each.path("item").asString() + " " + each.path("change").asString())
                .toList();
    }

    private static List<String> lines(List<JsonNode> changes) {
        return changes.stream()
                .map(each ->
                        each.path("at").asString().substring(0, 10)
                                + " "
                                + each.path("item").asString()
                                + " "
                                + each.path("change").asString()
                                + (each.path("field").isNull()
                                        ? ""
                                        : " " + each.path("field").asString())
                                + " "
                                + each.at("/by/party").asString())
                .toList();
    }
}
