package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.kafka.GuideToKafka;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the guide to Kafka shows is what there is. */
class FollowingTheGuideToKafkaTest {

    private static final String EVENTS = "refocus.events.v1";
    private static final String PLANNED = "org.refocusrecord.goal.step-planned.v1";

    @AutoClose private static final Letters LETTERS = Letters.toTheService();

    @AutoClose
    private final Correspondent hearing =
            new Correspondent(TestCluster.shared().bootstrapServers(), EVENTS);

    private final Story story = Story.begun(Letters.service());

    @Test
    void an_event_lies_there_with_the_headers_and_the_members_that_are_shown() throws IOException {
        String goal = Story.id();
        story.held("2011-03-14T10:00:00Z", Entries.goalSet(goal, Entries.verbatim("To cook.")));
        story.held("2011-03-15T10:00:00Z", Entries.stepPlanned(goal, Story.id(), "STAFF"));
        ConsumerRecord<byte[], byte[]> lying =
                hearing.await(
                                EVENTS,
                                record ->
                                        Correspondent.text(record, "ce_type").equals(PLANNED)
                                                && key(record).equals(story.caseId),
                                Duration.ofSeconds(30))
                        .orElseThrow();
        String[] shown = GuideToKafka.example("", "ce_specversion").split("\n\n", 2);
        List<String> lines = shown[0].lines().toList();

        assertThat(lines.getFirst()).startsWith("key ");
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactlyElementsOf(
                        Arrays.stream(lying.headers().toArray()).map(Header::key).toList());
        for (String same : List.of("ce_specversion", "ce_type", "content-type")) {
            assertThat(lines).contains(same + ": " + Correspondent.text(lying, same));
        }
        JsonNode value = JsonMapper.shared().readTree(lying.value());
        JsonNode example = JsonMapper.shared().readTree(shown[1]);
        assertThat(example.propertyNames()).containsExactlyElementsOf(value.propertyNames());
        assertThat(example.path("description").propertyNames())
                .containsExactlyElementsOf(value.path("description").propertyNames());
    }

    @Test
    void an_outcome_has_the_members_that_are_shown() throws IOException {
        Body session =
                story.session(
                        "2011-03-14T10:00:00Z",
                        Entries.goalSet(Story.id(), Entries.verbatim("To cook.")));
        JsonNode outcome = LETTERS.outcome(LETTERS.send(session));

        JsonNode shown = JsonMapper.shared().readTree(GuideToKafka.example("json", "\"outcome\""));

        assertThat(shown.propertyNames()).containsExactlyElementsOf(outcome.propertyNames());
        assertThat(shown.path("outcome")).isEqualTo(outcome.path("outcome"));
        shown.path("receipt")
                .propertyNames()
                .forEach(name -> {
                    if (!name.equals("…")) {
                        assertThat(outcome.path("receipt").has(name)).as(name).isTrue();
                    }
                });
    }

    @Test
    void the_sender_that_is_shown_sends_a_session_and_says_what_became_of_it(@TempDir Path folder)
            throws Exception {
        Body session =
                story.session(
                        "2011-03-14T10:00:00Z",
                        Entries.goalSet(Story.id(), Entries.verbatim("To cook.")));
        Path sender = folder.resolve("Send.java");
        Files.writeString(sender, GuideToKafka.example("java", "void main"));
        Path sent = Files.writeString(folder.resolve("session.json"), session.toString());
        Path said = folder.resolve("said");

        Process sending =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                sender.toString(),
                                TestCluster.shared().bootstrapServers(),
                                story.caseId,
                                sent.toString())
                        .redirectOutput(said.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();

        assertThat(sending.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(sending.exitValue()).isZero();
        JsonNode outcome = JsonMapper.shared().readTree(Files.readString(said));
        assertThat(outcome.path("outcome").asString()).isEqualTo("RECORDED");
        assertThat(outcome.path("sessionId").asString()).isEqualTo(session.text("sessionId"));
    }

    static Stream<String> commands() throws IOException {
        return GuideToKafka.examples("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./refocus "))
                .map(line -> line.replaceFirst("\\s+#.*", ""));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_that_is_shown_is_one(String line) {
        String[] words = line.split(" ", -1);

        CommandLine.ParseResult parsed =
                RefocusRecord.commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length));

        assertThat(parsed.subcommand().subcommand().commandSpec().name()).isEqualTo(words[2]);
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
