package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.web.problem.ProblemCode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every reason of refusal is met with by somebody, or it is said why nobody can meet with it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingEveryRefusalTest {

    /** What nobody can meet with through the doors that there are, and why. */
    private static final Map<String, String> NOT_MET =
            Map.ofEntries(
                    Map.entry("entry.unknown", "no path names an entry"),
                    Map.entry("definition.unknown", "there is no door that reads definitions"),
                    Map.entry("replay.unknown", "there is no door for replays"),
                    Map.entry("accept.not-offered", "answers come in one form, whatever is asked"),
                    Map.entry("rate.too-high", "nothing counts requests"),
                    Map.entry("log.busy", "met in TurningAwayTest, with callers enough"),
                    Map.entry("log.not-reachable", "met in TurningAwayTest"),
                    Map.entry("key.not-held", "met in RotatingTheMasterKeyTest"),
                    Map.entry("event.not-readable", "met in MeetingUnreadableEventsTest"),
                    Map.entry(
                            "dead-letter.not-taken",
                            "met in SendingDeadLettersAgainTest, with brokers"),
                    Map.entry("topic.taken", "met in SendingEventsTest, with brokers"),
                    Map.entry("topic.not-fresh", "met in SendingEventsTest, with brokers"),
                    Map.entry("issuer.not-reachable", "the issuer is the service's own"),
                    Map.entry("fault", "a fault of the service's own"));

    private static final Map<String, Supplier<Answer>> MET = Provocations.byCode();

    static Stream<ProblemCode> met() {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> !NOT_MET.containsKey(code.code()));
    }

    @ParameterizedTest
    @MethodSource("met")
    void it_is_met_with(ProblemCode code) {
        Supplier<Answer> met = MET.get(code.code());
        assertThat(met).as("a way to meet with it").isNotNull();
        Answer answer = Objects.requireNonNull(met).get();

        assertThat(answer.code()).as(answer.asText()).isEqualTo(code.code());
        assertThat(answer.status()).isEqualTo(code.status());
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo(code.type());
        assertThat(answer.text("/title")).isEqualTo(code.title());
        assertThat(answer.text("/errors/0/code")).isEqualTo(code.code());
        assertThat(answer.header("Retry-After").isEmpty())
                .isEqualTo(!List.of(429, 503).contains(code.status()));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everybody_can_read_about_it(ProblemCode code) {
        Answer page = Service.running().get(code.type(), "").found();

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.asText())
                .contains(code.code(), String.valueOf(code.status()))
                .contains(escaped(code.title()), escaped(code.advice()));
    }

    @Test
    void what_nobody_meets_with_is_a_reason_too() {
        assertThat(NOT_MET.keySet()).allMatch(ProblemCode::isCode);
        assertThat(MET).doesNotContainKeys(NOT_MET.keySet().toArray(String[]::new));
    }

    @Test
    void a_reason_that_there_is_not_has_no_page() {
        Service.running().get("/problems/no.such-code", "").refused(404, "path.unknown ");
    }

    private static String escaped(String text) {
        return text.replace("'", "&#39;").replace("\"", "&quot;");
    }
}
