package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** A case is read event by event: in pages, or a line an event. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingEventByEventTest {

    private final Story story = Story.begun();
    private final String events = "/api/v1/cases/" + story.caseId + "/events";

    ReadingEventByEventTest() {
        story.held(
                "2011-03-14T10:00:00Z",
                Entries.goalVoiced(Story.id(), "To sing."),
                Entries.valueTold(Story.id(), "Music."));
    }

    @Test
    void a_page_says_after_which_sequence_the_next_one_begins() {
        Answer first = story.service.get(events + "?limit=2", story.staff).found();
        assertThat(sequences(first)).containsExactly("0", "1");
        assertThat(first.at("/next").asLong()).isEqualTo(1);

        Answer last = story.service.get(events + "?after=1", story.staff).found();
        assertThat(sequences(last)).containsExactly("2", "3");
        assertThat(last.at("/next").isNull()).isTrue();
        assertThat(story.service.get(events + "?after=3", story.staff).at("/events")).isEmpty();
    }

    @Test
    void whoever_asks_for_lines_gets_a_line_an_event() {
        Answer lines = lines("?after=0&limit=2");

        assertThat(lines.header("Content-Type")).startsWith(LINES);
        assertThat(lines.header("X-Position")).isNotEmpty();
        assertThat(lines.asText()).endsWith("\n");
        List<JsonNode> told = lines.asText().lines().map(JsonAnswers.mapper()::readTree).toList();
        JsonNode page = story.service.get(events + "?after=0&limit=2", story.staff).at("/events");
        assertThat(told).containsExactly(page.get(0), page.get(1));
    }

    @Test
    void lines_say_where_the_next_are_until_there_are_none() {
        Answer first = lines("?after=0&limit=2");
        String next = first.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        assertThat(next).isEqualTo("?after=2&limit=2&minPosition=" + first.header("X-Position"));

        Answer last = lines(next);
        assertThat(last.asText().lines()).hasSize(1);
        assertThat(last.header("Link")).isEmpty();
    }

    @Test
    void whoever_takes_anything_gets_json() {
        for (String accept : List.of("*/*", "application/json", LINES + ";q=0", "none")) {
            assertThat(
                            story.service
                                    .get(events, story.staff, "Accept", accept)
                                    .header("Content-Type"))
                    .as(accept)
                    .isEqualTo("application/json");
        }
    }

    private static final String LINES = "application/x-ndjson";

    private Answer lines(String query) {
        return story.service.get(events + query, story.staff, "Accept", LINES).found();
    }

    private static List<String> sequences(Answer answer) {
        return answer.at("/events").findValuesAsString("sequence");
    }
}
