package org.refocusrecord.command.door.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.refocusrecord.command.door.NamedPosts;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Role;
import org.refocusrecord.web.json.JsonAnswers;
import org.refocusrecord.web.problem.Problems;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** What no exception stands for, such as too little memory, ends an import like a busy record. */
@Timeout(60)
class FailingAltogetherTest {

    private static final String NONSENSE = "nonsense";
    private static final String SESSION =
            "{\"command\": \"session\", \"body\": {\"sessionId\": \"s\", \"caseId\": \"c\"}}";
    private static final Caller SYSTEM =
            new Caller("system", Set.of(Role.CLINICAL_SYSTEM), "SLAM", null, null, null, Set.of());

    @Test
    void the_line_is_stopped_those_before_have_their_outcomes_and_none_after_it_is_begun()
            throws IOException {
        FailingClock clock = new FailingClock();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Recording recording =
                new Recording(posts(clock), new Problems(List.of()), SYSTEM, Duration.ofHours(1));

        new ImportRun(recording, out)
                .run(
                        new ByteArrayInputStream(
                                String.join("\n", NONSENSE, SESSION, SESSION, NONSENSE)
                                        .getBytes(StandardCharsets.UTF_8)));

        List<JsonNode> outcomes =
                out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(JsonAnswers.mapper()::readTree)
                        .toList();
        assertThat(outcomes)
                .extracting(FailingAltogetherTest::told)
                .containsExactly("1 REFUSED json.not-readable", "2 STOPPED fault");
        assertThat(outcomes.getLast().at("/problem/id").asString()).hasSize(36);
        assertThat(clock.asked).isEqualTo(1);
    }

    private static String told(JsonNode outcome) {
        return "%d %s %s"
                .formatted(
                        outcome.path("line").asInt(),
                        outcome.path("outcome").asString(),
                        outcome.at("/problem/code").asString());
    }

    @SuppressWarnings("NullAway") // No door is come to: the clock is asked before.
    private static NamedPosts posts(Clock clock) {
        return new NamedPosts(null, null, null, null, clock);
    }

    /** Fails as a machine without memory would. */
    private static final class FailingClock extends Clock {
        private volatile int asked;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // Lines of one case come one after the other.
        public Instant instant() {
            asked++;
            throw new OutOfMemoryError("nothing is left");
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
