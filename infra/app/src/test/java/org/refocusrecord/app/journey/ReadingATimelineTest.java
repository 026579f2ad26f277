package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** What happened in a case, in words that can be read, one thing after the other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingATimelineTest {

    private final GoalToldOver told = new GoalToldOver();
    private final Story story = told.story;

    @Test
    void it_reads_from_beginning_to_end() {
        told.all();
        List<String> lines = new ArrayList<>();
        items(story.staff, "")
                .forEach(item ->
                        lines.add(
                                "%s %s: %s"
                                        .formatted(
                                                item.path("occurredAt").asString().substring(0, 10),
                                                item.path("kind").asString(),
                                                item.path("summary").asString())));
        assertThat(lines.subList(0, 9))
                .containsExactly(
                        "2011-02-01 case: case opened",
                        "2011-02-14 own-entries: written by the service user",
                        "2011-02-14 GOAL_VOICED: goal voiced",
                        "2011-03-21 session: meeting of the service user, staff; home; 50 minutes",
                        "2011-03-21 GOAL_SET: goal set by staff; proposed by staff; whose: person",
                        "2011-03-21 GOAL_STEP_PLANNED: step planned; responsible: staff",
                        "2011-04-04 own-entries: written by the service user",
                        "2011-04-04 GOAL_ACCEPTANCE: goal answered by the service user; agree",
                        "2011-05-09 session: meeting of the service user, staff; home; 50 minutes");
        assertThat(lines.getLast())
                .endsWith("correction: amended (meeting of the service user, staff)");
    }

    @Test
    void each_item_leads_to_its_event_and_shows_its_text_to_whoever_may_read_it() {
        told.all();
        JsonNode set = items(story.staff, "").get(4);
        assertThat(set.at("/text/text").asString()).isEqualTo("To cook.");
        assertThat(set.at("/entryId").asString()).isEqualTo(told.set.text("entryId"));
        assertThat(set.at("/sessionId").asString()).isEqualTo(told.session.text("sessionId"));
        assertThat(set.at("/by/id").asString()).isEqualTo(story.worker);
        assertThat(set.at("/evidence/eventId").asString()).isNotEmpty();
        assertThat(items(story.auditor, "").get(4).at("/text/withheld").asString())
                .isEqualTo("PURPOSE");
    }

    @Test
    void what_does_not_hold_is_shown_to_whoever_asks_for_all() {
        told.all();
        assertThat(items(story.staff, "")).noneMatch(item -> item.has("standing"));
        List<JsonNode> all = items(story.staff, "?include=all");
        assertThat(all)
                .filteredOn(item -> item.path("standing").asString().equals("IN_ERROR"))
                .extracting(item -> item.path("entryId").asString())
                .containsExactly(told.amendment.text("commandId"));
    }

    @Test
    void what_was_said_of_the_record_says_what_it_is_about_and_stands_where_it_was_recorded() {
        told.all();
        JsonNode mark = of(told.mark, "?include=all");
        assertThat(mark.path("summary").asString())
                .isEqualTo("marked in error (amended (goal set by staff)); mistake");
        assertThat(mark.at("/about/entryId").asString())
                .isEqualTo(told.amendment.text("commandId"));
        assertThat(mark.at("/about/kind").asString()).isEqualTo("correction");
        assertThat(of(told.amendment, "?include=all").at("/about/entryId").asString())
                .isEqualTo(told.set.text("entryId"));
        assertThat(items(story.staff, "").getFirst().path("about").isNull()).isTrue();

        assertThat(items(story.staff, "?asOf=2011-03-20&include=all"))
                .as("before the goal was set")
                .extracting(item -> item.path("kind").asString())
                .containsExactly(
                        "case",
                        "own-entries",
                        "GOAL_VOICED",
                        "correction",
                        "correction",
                        "correction");
        assertThat(of(told.mark, "?asOf=1900-01-01&include=all"))
                .as("so that what a correction moved away is told all the same")
                .isEqualTo(mark);
        assertThat(items(story.staff, "?knownAt=" + told.recordedAt.get("amended")))
                .as("known then")
                .noneMatch(item -> item.at("/about/kind").asString("").equals("correction"));
    }

    private JsonNode of(Body command, String query) {
        return items(story.staff, query).stream()
                .filter(item -> item.path("entryId").asString().equals(command.text("commandId")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_goes_page_by_page_and_by_both_clocks() {
        told.all();
        Answer first = ask(story.staff, "?limit=3").found();
        Answer rest = ask(story.staff, "?limit=3&cursor=" + first.text("/next")).found();
        assertThat(first.at("/items")).hasSize(3);
        assertThat(rest.at("/items/0")).isEqualTo(items(story.staff, "").get(3));
        assertThat(items(story.staff, "?asOf=2011-02-20&knownAt=" + told.recordedAt.get("voiced")))
                .hasSize(3);
        assertThat(items(story.staff, "?from=2011-04-01&to=2011-04-30")).hasSize(2);
        ask(story.staff, "?from=2011-04-30&to=2011-04-01").refused(400, "range.reversed /to");
        ask(story.staff, "?limit=4&cursor=x").refused(400, "cursor.not-readable /cursor");
        ask(Story.begun().leader, "").refused(404, "case.unknown ");
    }

    @Test
    void every_kind_of_entry_is_told_in_a_few_words_and_in_none_of_a_person() {
        story.post(EveryKind.session(story)).recorded();
        List<JsonNode> items = items(story.staff, "?from=2011-03-14&limit=1000");

        assertThat(items).hasSize(EveryKind.entries().size() + 1);
        for (JsonNode item : items) {
            assertThat(item.path("summary").asString())
                    .as(item.toString())
                    .matches("[a-z][a-zA-Z0-9:;,_ -]+")
                    .doesNotContain(item.at("/text/text").asString("no text"));
        }
        assertThat(items)
                .extracting(item -> item.path("kind").asString())
                .contains("PRACTICE_OFFERED", "RELATIONSHIP_RATING", "ACCOUNT", "EXPERIENCE");
    }

    private Answer ask(String token, String query) {
        return story.service.get("/api/v1/cases/" + story.caseId + "/timeline" + query, token);
    }

    private List<JsonNode> items(String token, String query) {
        List<JsonNode> items = new ArrayList<>();
        ask(token, query).found().at("/items").forEach(items::add);
        return items;
    }
}
