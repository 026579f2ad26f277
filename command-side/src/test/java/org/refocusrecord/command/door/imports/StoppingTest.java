package org.refocusrecord.command.door.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.json.JsonAnswers;
import org.refocusrecord.web.problem.ProblemCode;
import org.refocusrecord.web.problem.ProblemException;
import org.refocusrecord.web.problem.Problems;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** An import ends at a line of which nobody can say whether it was recorded. */
@Timeout(60)
class StoppingTest {

    private static final String NONSENSE = "nonsense";
    private static final String SESSION =
            "{\"command\": \"session\", \"body\": {\"sessionId\": \"s\", \"caseId\": \"c\"}}";
    private static final Caller SYSTEM =
            new Caller("system", Set.of(Role.CLINICAL_SYSTEM), "SLAM", null, null, null, Set.of());

    @Test
    void where_memory_is_too_little_the_line_is_stopped_and_none_after_it_is_begun()
            throws IOException {
        stopsAtTheSecondLine(() -> {
            throw new OutOfMemoryError("nothing is left");
        });
    }

    @Test
    void where_the_program_fails_the_line_is_stopped_and_none_after_it_is_begun()
            throws IOException {
        stopsAtTheSecondLine(() -> {
            throw new IllegalStateException("nobody thought of this");
        });
        stopsAtTheSecondLine(() -> {
            throw new NullPointerException();
        });
    }

    @Test
    void no_try_is_begun_after_the_patience_is_over() throws IOException {
        TroubledClock busy =
                new TroubledClock(() -> {
                    throw new ProblemException(ProblemCode.LOG_BUSY);
                });

        // A pause is half a second, so that a third try would come after a whole one.
        List<JsonNode> outcomes = imported(busy, Duration.ofMillis(900), SESSION);

        assertThat(outcomes).extracting(StoppingTest::told).containsExactly("1 STOPPED log.busy");
        assertThat(busy.asked()).isBetween(1, 2);
    }

    private static void stopsAtTheSecondLine(Runnable trouble) throws IOException {
        TroubledClock clock = new TroubledClock(trouble);

        List<JsonNode> outcomes =
                imported(clock, Duration.ofHours(1), NONSENSE, SESSION, SESSION, NONSENSE);

        assertThat(outcomes)
                .extracting(StoppingTest::told)
                .containsExactly("1 REFUSED json.not-readable", "2 STOPPED fault");
        assertThat(outcomes.getLast().at("/problem/id").asString()).hasSize(36);
        assertThat(clock.asked()).isEqualTo(1);
    }

    private static List<JsonNode> imported(TroubledClock clock, Duration patience, String... lines)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Recording recording =
                new Recording(clock.posts(), new Problems(List.of()), SYSTEM, patience);
        new ImportRun(recording, out)
                .run(
                        new ByteArrayInputStream(
                                String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonAnswers.mapper()::readTree)
                .toList();
    }

    private static String told(JsonNode outcome) {
        return "%d %s %s"
                .formatted(
                        outcome.path("line").asInt(),
                        outcome.path("outcome").asString(),
                        outcome.at("/problem/code").asString());
    }
}
