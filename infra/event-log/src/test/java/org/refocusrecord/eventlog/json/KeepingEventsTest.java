package org.refocusrecord.eventlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;
import org.refocusrecord.events.team.TeamMeasureAnswered;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

class KeepingEventsTest {

    private static final EventId ID = new EventId(new UUID(0x0135f0a1b2c37d4eL, 1));
    private static final PayloadWriter WRITER = new PayloadWriter(Randomness.secure());

    private final RandomEvents events = new RandomEvents(new Random(31));

    static Stream<Arguments> every() {
        return Stream.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY, Vocabulary.LOG)
                .flatMap(words -> words.events().stream().map(shape -> Arguments.of(words, shape)));
    }

    @ParameterizedTest
    @MethodSource("every")
    void an_event_comes_back_as_it_was_decided(Vocabulary vocabulary, EventShape shape) {
        for (int i = 0; i < 50; i++) {
            Event event = events.of(vocabulary, shape);
            WrittenPayload written = WRITER.write(event, ID);
            Event read = read(vocabulary, shape, written);
            DataKey key = written.dataKey();
            assertThat(key == null ? read : SpokenAgain.in(read, key)).isEqualTo(event);
        }
    }

    @ParameterizedTest
    @MethodSource("every")
    void its_payload_is_canonical(Vocabulary vocabulary, EventShape shape) throws IOException {
        for (int i = 0; i < 20; i++) {
            byte[] bytes = WRITER.write(events.of(vocabulary, shape), ID).bytes();
            assertThat(bytes).isEqualTo(new JsonCanonicalizer(bytes).getEncodedUTF8());
        }
    }

    @ParameterizedTest
    @MethodSource("every")
    void its_words_are_numbered_in_the_order_of_the_stored_bytes(
            Vocabulary vocabulary, EventShape shape) {
        for (int i = 0; i < 20; i++) {
            byte[] bytes = WRITER.write(events.of(vocabulary, shape), ID).bytes();
            List<JsonNode> words = words(JsonMapper.shared().readTree(bytes)).toList();
            for (int n = 0; n < words.size(); n++) {
                assertThat(words.get(n).path("n").asInt(n)).isEqualTo(n);
            }
        }
    }

    @Test
    void no_text_is_in_the_bytes() {
        assertThat(new String(WRITER.write(FrozenEvents.sessionHeld(), ID).bytes(), UTF_8))
                .doesNotContain("sister", "allotment", "sick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relationship.rated", "measure.answered", "team.measure-answered"})
    void answers_have_another_salt_beside_them_each_time(String type) {
        Vocabulary vocabulary = type.startsWith("team.") ? Vocabulary.TEAM : Vocabulary.CASE;
        EventShape shape = Objects.requireNonNull(vocabulary.named(type));
        Event event =
                Stream.generate(() -> events.of(vocabulary, shape))
                        .filter(KeepingEventsTest::hasAnswers)
                        .findFirst()
                        .orElseThrow();
        Set<String> written =
                Stream.generate(() -> new String(WRITER.write(event, ID).bytes(), UTF_8))
                        .limit(20)
                        .collect(Collectors.toSet());

        assertThat(written).hasSize(20);
        assertThat(written.stream().map(KeepingEventsTest::withoutSalt).distinct()).hasSize(1);
    }

    private static boolean hasAnswers(Event event) {
        return switch (event) {
            case RelationshipRated rated -> rated.answers() instanceof Answers.Given;
            case MeasureAnswered answered -> answered.answers() instanceof Answers.Given;
            case TeamMeasureAnswered answered -> answered.answers() instanceof Answers.Given;
            default -> false;
        };
    }

    private static String withoutSalt(String payload) {
        return payload.replaceAll("\"salt\":\"[0-9a-f]{32}\"", "");
    }

    @Test
    void an_event_without_a_text_of_its_own_has_no_data_key() {
        EventShape opened = Objects.requireNonNull(Vocabulary.CASE.named("case.opened"));
        assertThat(WRITER.write(events.of(Vocabulary.CASE, opened), ID).dataKey()).isNull();
        assertThat(WRITER.write(FrozenEvents.sessionHeld(), ID).dataKey()).isNotNull();
    }

    /**
     * What is sealed, and what says where it is sealed; answers that are elsewhere have no number.
     */
    private static Stream<JsonNode> words(JsonNode node) {
        return node.has("c") || node.path("from").has("n")
                ? Stream.of(node)
                : StreamSupport.stream(node.spliterator(), false).flatMap(KeepingEventsTest::words);
    }

    private static Event read(Vocabulary vocabulary, EventShape shape, WrittenPayload written) {
        return new PayloadReader()
                .read(
                        vocabulary.stream() + "/1",
                        shape.name().name(),
                        shape.name().revision(),
                        ID,
                        written.bytes());
    }
}
