package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.refocusrecord.app.catalogue.Project;
import org.refocusrecord.testkit.broker.Correspondent;
import org.refocusrecord.testkit.broker.TestCluster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What lies in {@code infra/npm} for whoever tries an SDK without the service is what leaves. Ids
 * and times are those of the day on which it was written.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeepingEventsForSdksTest {

    private static final String EVENTS = "refocus.events.v1";
    private static final Path KEPT = Project.file("infra/npm/events.ndjson");
    private static final String STALE =
            "infra/npm/events.ndjson is stale: run this test with -Dcatalogue=write";

    @AutoClose
    private final Correspondent hearing =
            new Correspondent(TestCluster.shared().bootstrapServers(), EVENTS);

    private final Story story = Story.begun(Letters.service());

    @Test
    void what_is_kept_for_sdks_is_what_leaves() throws IOException {
        story.held("2011-03-14T10:00:00Z", Entries.goalVoiced(Story.id(), "To sing."));
        List<ObjectNode> sent =
                List.of(sent("case.opened.v1"), sent("session.held.v1"), sent("goal.voiced.v1"));
        if ("write".equals(System.getProperty("catalogue"))) {
            Files.write(KEPT, sent.stream().map(JsonNode::toString).toList());
        }
        List<NavigableSet<String>> kept =
                Files.readAllLines(KEPT).stream()
                        .map(line -> shape(JsonMapper.shared().readTree(line)))
                        .toList();
        assertThat(kept)
                .as(STALE)
                .isEqualTo(sent.stream().map(KeepingEventsForSdksTest::shape).toList());
    }

    private ObjectNode sent(String type) {
        ConsumerRecord<byte[], byte[]> record =
                hearing.await(
                                EVENTS,
                                heard ->
                                        Letters.text(heard, "ce_subject").endsWith(story.caseId)
                                                && Letters.text(heard, "ce_type").endsWith(type),
                                Duration.ofSeconds(30))
                        .orElseThrow(() -> new AssertionError("no " + type + " on " + EVENTS));
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("key", new String(record.key(), UTF_8));
        ObjectNode headers = line.putObject("headers");
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return line.put("value", new String(record.value(), UTF_8));
    }

    /** Its type, its headers, and the members of its value with what each holds. */
    private static NavigableSet<String> shape(JsonNode line) {
        NavigableSet<String> shape = new TreeSet<>();
        shape.add(line.at("/headers/ce_type").asString());
        line.path("headers").propertyNames().forEach(shape::add);
        collect("", JsonMapper.shared().readTree(line.path("value").asString()), shape);
        return shape;
    }

    private static void collect(String pointer, JsonNode value, NavigableSet<String> shape) {
        shape.add(pointer + " " + value.getNodeType());
        value.properties()
                .forEach(member ->
                        collect(pointer + "/" + member.getKey(), member.getValue(), shape));
        if (value.isArray()) {
            value.forEach(element -> collect(pointer + "/*", element, shape));
        }
    }
}
