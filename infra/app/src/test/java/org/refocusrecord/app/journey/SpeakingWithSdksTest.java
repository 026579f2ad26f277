package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.app.catalogue.Project;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;
import org.refocusrecord.web.json.JsonAnswers;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whoever speaks CloudEvents by one of their SDKs is understood, and understands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeakingWithSdksTest {

    private static final String EVENTS = "refocus.events.v1";

    @AutoClose private static final Letters LETTERS = Letters.toTheService();

    @AutoClose
    private static final Correspondent HEARING =
            new Correspondent(TestCluster.shared().bootstrapServers(), EVENTS);

    private final Story story = Story.begun(Letters.service());

    @Test
    void the_sdk_for_java_reads_an_event() {
        ConsumerRecord<byte[], byte[]> record = opened();
        JsonNode recorded = story.events(story.auditor, "Purpose", "AUDIT").found().at("/events/0");

        CloudEvent event;
        try (CloudEventDeserializer sdk = new CloudEventDeserializer()) {
            event = sdk.deserialize(record.topic(), record.headers(), record.value());
        }

        assertThat(event.getId()).isEqualTo(recorded.path("eventId").asString());
        assertThat(event.getSource().toString()).startsWith("/refocus-record/");
        assertThat(event.getType()).isEqualTo("org.refocusrecord.case.opened.v1");
        assertThat(event.getSubject()).isEqualTo("case/" + story.caseId);
        assertThat(event.getTime())
                .isEqualTo(OffsetDateTime.parse(recorded.path("recordedAt").asString()));
        assertThat(event.getExtension("position")).isEqualTo(recorded.path("position").asString());
        assertThat(event.getExtension("sequence")).isEqualTo("0");
        assertThat(event.getExtension("occurredat")).isNotNull();
        assertThat(event.getExtension("commandid")).isNotNull();
        assertThat(event.getExtension("recordedby")).isEqualTo("STAFF/" + story.worker);
        assertThat(json(Objects.requireNonNull(event.getData()).toBytes()).path("caseId"))
                .hasToString('"' + story.caseId + '"');
    }

    @Test
    void what_the_sdk_for_java_writes_is_recorded_in_both_modes() {
        for (Encoding mode : Encoding.values()) {
            Body session = session();
            Headers headers = new RecordHeaders();
            byte[] value;
            try (CloudEventSerializer sdk = new CloudEventSerializer()) {
                sdk.configure(
                        Map.of(
                                CloudEventSerializer.ENCODING_CONFIG,
                                mode,
                                CloudEventSerializer.EVENT_FORMAT_CONFIG,
                                new JsonFormat()),
                        false);
                value = sdk.serialize(Letters.SESSIONS, headers, event(session));
            }
            String sent =
                    LETTERS.send(
                            story.caseId, value, System.currentTimeMillis(), headers.toArray());
            assertThat(LETTERS.outcome(sent).at("/receipt/sessionId").asString())
                    .as(mode.toString())
                    .isEqualTo(session.text("sessionId"));
        }
    }

    private static CloudEvent event(Body session) {
        return CloudEventBuilder.v1()
                .withId("1")
                .withSource(URI.create("/clinical-system"))
                .withType("org.refocusrecord.session.v1")
                .withData("application/json", session.toString().getBytes(UTF_8))
                .build();
    }

    private Body session() {
        return story.session("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
    }

    /** The records were written by {@code infra/npm/cloudevents.mjs}, version 10.0.0 of the SDK. */
    @Test
    void what_the_sdk_for_javascript_wrote_is_recorded_in_both_modes() throws IOException {
        List<String> sessions = new ArrayList<>();
        for (String line : Files.readAllLines(Project.file("infra/npm/sessions.ndjson"))) {
            JsonNode record = json(line.getBytes(UTF_8));
            String aCase = record.path("key").asString();
            if (sessions.isEmpty()) {
                story.open(aCase, Story.id()).recorded();
            }
            Header[] headers =
                    record.path("headers").properties().stream()
                            .map(each -> Letters.header(each.getKey(), each.getValue().asString()))
                            .toArray(Header[]::new);
            String sent = LETTERS.send(aCase, record.path("value").asString(), headers);
            sessions.add(LETTERS.outcome(sent).at("/receipt/sessionId").asString());
        }
        assertThat(sessions)
                .containsExactly(
                        "50000000-0000-4000-8000-0000000000c1",
                        "50000000-0000-4000-8000-0000000000c2");
    }

    @Test
    void the_sdk_for_javascript_writes_what_was_recorded_here() throws Exception {
        assertThat(NodeProgram.cloudEvents("", "write"))
                .isEqualTo(Files.readString(Project.file("infra/npm/sessions.ndjson")));
    }

    @Test
    void the_sdk_for_javascript_reads_an_event() throws Exception {
        ConsumerRecord<byte[], byte[]> record = opened();
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(each -> headers.put(each.key(), new String(each.value(), UTF_8)));
        String line =
                JsonAnswers.mapper()
                        .writeValueAsString(
                                Map.of(
                                        "key",
                                        story.caseId,
                                        "headers",
                                        headers,
                                        "value",
                                        new String(record.value(), UTF_8)));

        JsonNode event = json(NodeProgram.cloudEvents(line + "\n", "read").getBytes(UTF_8));

        for (String attribute :
                List.of(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "position",
                        "sequence",
                        "occurredat",
                        "commandid",
                        "recordedby")) {
            assertThat(event.path(attribute).asString())
                    .as(attribute)
                    .isEqualTo(headers.get("ce_" + attribute));
        }
        // It keeps times to the millisecond.
        assertThat(event.path("time").asString())
                .startsWith(Objects.requireNonNull(headers.get("ce_time")).substring(0, 23));
        assertThat(event.path("data")).isEqualTo(json(record.value()));
    }

    private ConsumerRecord<byte[], byte[]> opened() {
        return HEARING.await(
                        EVENTS,
                        record -> Letters.text(record, "ce_subject").equals("case/" + story.caseId),
                        Duration.ofSeconds(30))
                .orElseThrow();
    }

    private static JsonNode json(byte[] bytes) {
        return JsonAnswers.mapper().readTree(bytes);
    }
}
