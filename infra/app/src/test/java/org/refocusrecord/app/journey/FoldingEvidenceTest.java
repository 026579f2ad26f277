package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.query.evidence.EvidenceCheck;
import org.refocusrecord.query.evidence.EvidencePlan;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Evidence makes the same plan as the service, at any two clocks, with no service at hand. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldingEvidenceTest {

    private static final List<String> DAYS =
            List.of("2011-02-20", "2011-03-17", "2011-03-31", "2011-04-30", "2011-05-31");

    private final GoalToldOver told = new GoalToldOver();
    private final Story story = told.story;

    @TempDir private Path folder;

    @BeforeEach
    void a_goal_is_told_over() {
        told.all();
    }

    @Test
    void at_five_dates_by_all_that_was_known_since() throws IOException {
        Path zip = story.evidence(story.self).in(folder);
        List<String> moments = new ArrayList<>(told.recordedAt.values());
        for (String day : DAYS) {
            for (String knownAt : moments) {
                assertThat(offline(zip, day, knownAt))
                        .as("as of %s, known at %s", day, knownAt)
                        .isEqualTo(served(day, knownAt));
            }
        }
    }

    @Test
    void every_kind_of_entry_folds_the_same() throws IOException {
        String known = story.post(EveryKind.session(story)).recorded().text("/recordedAt");
        Path zip = story.evidence(story.self).in(folder);
        for (String day : List.of("2011-03-13", "2011-03-14", "2011-06-01")) {
            assertThat(offline(zip, day, known)).isEqualTo(served(day, known));
        }
    }

    @Test
    void it_is_printed_to_be_read_with_all_who_have_a_part_in_a_goal() {
        EvidencePlan plan = plan(story.evidence(story.self).in(folder));
        List<String> lines = plan.outline(plan.at(Instant.parse("2011-06-01T00:00:00Z"), null));
        String worker = "STAFF/" + story.worker;
        String person = "SERVICE_USER/" + story.person;
        assertThat(lines)
                .contains("Care coordinator: " + worker, "Goals")
                .contains(
                        ("  - \"To cook.\"; SET ACTIVE; whose: PERSON; proposed by %s; set by %s;"
                                        + " %s: AGREE (OWN_ACT)")
                                .formatted(worker, worker, person))
                .contains(
                        ("      step: \"Buy what is needed for one dish.\"; PLANNED;"
                                        + " responsible %s, %s")
                                .formatted(worker, person));
    }

    @Test
    void a_text_that_would_order_a_terminal_about_is_shown_and_not_obeyed() {
        story.held(
                "2011-06-14T10:00:00Z",
                Entries.valueTold(Story.id(), "Quiet\u001b[2J and\u202e calm."));
        EvidencePlan plan = plan(story.evidence(story.self).in(folder));
        assertThat(plan.outline(plan.at(null, null)))
                .contains("  - \"Quiet\\u{1b}[2J and\\u{202e} calm.\"");
    }

    @Test
    void of_what_was_known_later_than_it_shows_it_says_nothing() {
        Path zip = story.evidence(story.self).in(folder);
        assertThat(EvidenceInHand.verify(zip, "--known-at", "2100-01-01")).isEqualTo(2);
        assertThat(EvidenceInHand.verify(zip, "--as-of", "soon")).isEqualTo(2);
        assertThat(EvidenceInHand.verify(zip, "--as-of", "2011-03-31")).isZero();
    }

    private JsonNode offline(Path zip, String asOf, String knownAt) throws IOException {
        Path file = folder.resolve("plan.json");
        assertThat(
                        EvidenceInHand.verify(
                                zip,
                                "--as-of",
                                asOf,
                                "--known-at",
                                knownAt,
                                "--plan",
                                file.toString()))
                .isZero();
        return comparable(JsonAnswers.mapper().readTree(Files.readAllBytes(file)));
    }

    private JsonNode served(String asOf, String knownAt) {
        return comparable(
                story.plan(story.self, "?asOf=%s&knownAt=%s".formatted(asOf, knownAt))
                        .found()
                        .body());
    }

    /** Notices rest on rosters too, and how far the whole log had come a case does not know. */
    private static JsonNode comparable(JsonNode plan) {
        return ((ObjectNode) plan).without(List.of("notices", "position"));
    }

    private static EvidencePlan plan(Path zip) {
        return Objects.requireNonNull(EvidenceCheck.checked(zip, null, null).plan());
    }
}
