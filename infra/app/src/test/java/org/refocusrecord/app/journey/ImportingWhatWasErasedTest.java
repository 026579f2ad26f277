package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.faults.Console;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whoever sends history again need not know what was forgotten meanwhile: it was recorded, and is
 * not recorded again.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportingWhatWasErasedTest {

    private static final String SAID = "a heron stands on the weir";

    private final Story story = Story.begun();
    private final Body set = Entries.goalSet(Story.id(), SAID);
    private final Body session = story.session("2011-03-14T10:00:00Z", set);
    private final Body kept =
            story.session("2011-03-15T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
    private final List<String> lines = List.of(line(session), line(kept));

    @BeforeEach
    void two_sessions_were_imported() {
        assertThat(imported(lines)).extracting(this::told).containsExactly("RECORDED", "RECORDED");
    }

    @Test
    void a_line_whose_entry_was_erased_is_repeated_without_a_receipt_and_says_why() {
        new Erasing(story).erased(Erasing.ofEntry(set.text("entryId")));
        List<String> before = story.told();

        List<JsonNode> outcomes = imported(lines);

        assertThat(outcomes)
                .extracting(this::told)
                .containsExactly("REPEATED words.erased /body", "REPEATED");
        JsonNode erased = outcomes.getFirst();
        assertThat(erased.path("receipt").isMissingNode() || erased.path("receipt").isNull())
                .isTrue();
        assertThat(erased.path("id").asString()).isEqualTo(session.text("sessionId"));
        assertThat(outcomes.getLast().path("receipt")).isEqualTo(receiptOf(kept));
        assertThat(story.told()).isEqualTo(before);
        assertThat(story.events(story.self).found().asText()).doesNotContain(SAID);
    }

    @Test
    void of_a_case_that_was_erased_every_line_is_repeated() {
        new Erasing(story).erased(Erasing.ofTheCase());
        List<String> before = story.told();

        assertThat(imported(lines))
                .extracting(this::told)
                .containsExactly("REPEATED words.erased /body", "REPEATED words.erased /body");
        assertThat(story.told()).isEqualTo(before);
    }

    @Test
    void whether_the_line_is_the_same_can_be_told_no_more() {
        new Erasing(story).erased(Erasing.ofEntry(set.text("entryId")));
        List<String> before = story.told();

        assertThat(imported(List.of(line(session.with("minutes", 20)))))
                .extracting(this::told)
                .containsExactly("REPEATED words.erased /body");
        assertThat(story.told()).isEqualTo(before);
    }

    @Test
    void the_command_line_counts_it_as_repeated_and_keeps_nothing_as_refused(@TempDir Path folder)
            throws IOException {
        new Erasing(story).erased(Erasing.ofTheCase());
        Path file = Files.write(folder.resolve("history.ndjson"), lines);
        AtomicInteger code = new AtomicInteger();

        String said =
                Console.saidBy(() ->
                        code.set(
                                RefocusRecord.commandLine()
                                        .execute(
                                                "import",
                                                file.toString(),
                                                "--url",
                                                story.service.url(),
                                                "--token",
                                                story.system)));

        assertThat(said).contains("recorded 0, repeated 2, refused 0");
        assertThat(code).hasValue(0);
        assertThat(folder).isDirectoryNotContaining("glob:**.refused.ndjson");
    }

    private JsonNode receiptOf(Body aSession) {
        String path = "/api/v1/sessions/" + aSession.text("sessionId") + "/receipt";
        return story.service.get(path, story.system).found().body();
    }

    private static String line(Body aSession) {
        return Body.of("command", "session", "body", aSession).toString();
    }

    private List<JsonNode> imported(List<String> sent) {
        return story.service
                .send(
                        story.service
                                .request("/api/v1/imports", story.system)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString(String.join("\n", sent))))
                .found()
                .asText()
                .lines()
                .map(JsonAnswers.mapper()::readTree)
                .toList();
    }

    /** The outcome, and each fault as its code and pointer. */
    private String told(JsonNode outcome) {
        StringBuilder told = new StringBuilder(outcome.path("outcome").asString());
        for (JsonNode fault : outcome.path("problem").path("errors")) {
            told.append(' ')
                    .append(fault.path("code").asString())
                    .append(' ')
                    .append(fault.path("pointer").asString());
        }
        return told.toString();
    }
}
