package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session is read as it was posted, with all that was ever said about it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingASessionTest {

    private final Story story = Story.begun();
    private final Body voiced = Entries.goalVoiced(Story.id(), "To sing in the choir.");
    private final Body session = story.session("2011-03-14T10:00:00Z", voiced);
    private final String path = "/api/v1/sessions/" + session.text("sessionId");

    @Test
    void it_is_what_was_posted_whatever_was_said_since() {
        Answer receipt = story.post(session).recorded();
        story.correct(
                        Story.amendment(
                                voiced.text("entryId"), voiced.with("statement", "To dance.")))
                .recorded();
        story.correct(Story.mark(session.text("sessionId"))).recorded();

        Answer read = story.service.get(path, story.staff).found();

        assertThat(read.text("/session/occurredAt")).startsWith("2011-03-14T10:00:00");
        assertThat(read.text("/session/participants/0/id")).isEqualTo(story.person);
        assertThat(read.text("/entries/0/statement/text")).isEqualTo("To sing in the choir.");
        assertThat(read.at("/receipt")).isEqualTo(receipt.body());
        assertThat(said(read)).containsExactly("entry.amended LIVE", "entry.marked-in-error LIVE");
    }

    @Test
    void a_correction_that_was_taken_back_is_marked_as_such_beside_what_took_it_back() {
        story.post(session).recorded();
        Body amendment = Story.amendment(voiced.text("entryId"), voiced.with("statement", "No."));
        story.correct(amendment).recorded();
        story.correct(Story.mark(amendment.text("commandId"))).recorded();
        story.held("2011-03-15T10:00:00Z", Entries.goalVoiced(Story.id(), "To walk."));

        Answer read = story.service.get(path, story.staff).found();

        assertThat(said(read))
                .containsExactly("entry.amended IN_ERROR", "entry.marked-in-error LIVE");
        assertThat(read.text("/corrections/0/payload/replacement/statement/text")).isEqualTo("No.");
        assertThat(read.text("/corrections/1/payload/target"))
                .isEqualTo(amendment.text("commandId"));
    }

    @Test
    void both_views_stand_with_it() {
        story.post(session).recorded();
        Body disagreement =
                Body.of(
                        "commandId",
                        Story.id(),
                        "target",
                        voiced.text("entryId"),
                        "party",
                        "SERVICE_USER",
                        "words",
                        "I said dance.");
        story.command("disagreements", disagreement, story.self).recorded();
        Body reply = Body.of("commandId", Story.id(), "party", "STAFF", "words", "So I heard.");
        story.command(
                        "disagreements/" + disagreement.text("commandId") + "/replies",
                        reply.with("party", Story.worker(story.worker)),
                        story.staff)
                .recorded();

        assertThat(said(story.service.get(path, story.staff).found()))
                .containsExactly("entry.disagreed-with LIVE", "entry.disagreement-replied-to LIVE");
    }

    @Test
    void a_text_that_stayed_as_before_is_shown_like_any_other() {
        story.post(session).recorded();
        story.correct(
                        Story.amendment(
                                voiced.text("entryId"),
                                voiced.with("statement", Map.of("asBefore", true))
                                        .with("helpWanted", "YES")))
                .recorded();
        String statement = "/corrections/0/payload/replacement/statement/";

        Answer read = story.service.get(path, story.staff).found();
        assertThat(read.text(statement + "text")).isEqualTo("To sing in the choir.");
        JsonNode event = story.events(story.staff).found().at("/events").get(3);
        assertThat(event.at("/payload/replacement/statement/text").asString())
                .isEqualTo("To sing in the choir.");
        assertThat(story.service.get(path, story.auditor).found().text(statement + "withheld"))
                .isEqualTo("PURPOSE");
    }

    private static List<String> said(Answer read) {
        List<String> said = new ArrayList<>();
        for (JsonNode each : read.at("/corrections")) {
            said.add(each.path("type").asString() + " " + each.path("standing").asString());
        }
        return said;
    }
}
