package org.refocusrecord.app.contracts;

import org.refocusrecord.web.openapi.MessageSchemas;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The AsyncAPI document of the topics. */
final class AsyncApi {

    private static final long WEEK = Duration.ofDays(7).toMillis();
    private static final long FOR_EVER = -1;

    private final MessageSchemas schemas = new MessageSchemas();
    private final Map<String, Object> channels = new LinkedHashMap<>();
    private final Map<String, Object> operations = new LinkedHashMap<>();
    private final Map<String, Object> messages = new LinkedHashMap<>();

    private AsyncApi() {}

    /** Of this program, and of what was released: events of earlier revisions leave for ever. */
    static ObjectNode document(JsonNode released) {
        ObjectNode document = JsonMapper.shared().valueToTree(new AsyncApi().made());
        EarlierRevisions.addTo(document, released);
        Components.keepReachable(document);
        return document;
    }

    private Map<String, Object> made() {
        SessionMessages sessions = new SessionMessages(schemas);
        OutcomeMessages outcomes = new OutcomeMessages(schemas);
        channel(Topic.SESSIONS, WEEK, Notes.SESSIONS, sessions.all());
        channel(
                Topic.OUTCOMES,
                WEEK,
                Notes.OUTCOMES,
                Part.of("sessionOutcome", outcomes.outcome()));
        channel(
                Topic.DEAD_LETTERS,
                WEEK,
                Notes.DEAD_LETTERS,
                Part.of("deadLetter", outcomes.deadLetter()));
        channel(Topic.EVENTS, FOR_EVER, Notes.EVENTS, new EventMessages(schemas).all());
        operation(
                "receiveSession",
                "receive",
                Topic.SESSIONS,
                "Records a session, and tells what became of it.");
        operation("sendSessionOutcome", "send", Topic.OUTCOMES, "Tells what became of a session.");
        operation("sendDeadLetter", "send", Topic.DEAD_LETTERS, "Keeps what could not be read.");
        operation("sendEvent", "send", Topic.EVENTS, "Tells what was recorded.");
        return Part.of(
                "asyncapi",
                "3.0.0",
                "info",
                Part.of(
                        "title",
                        "Refocus Record",
                        "version",
                        "1",
                        "description",
                        Notes.ALL,
                        "license",
                        Part.of(
                                "name",
                                "Apache-2.0",
                                "url",
                                "https://www.apache.org/licenses/LICENSE-2.0")),
                "defaultContentType",
                MessageParts.JSON,
                "servers",
                Part.of("brokers", brokers()),
                "channels",
                channels,
                "operations",
                operations,
                "components",
                Part.of(
                        "messages",
                        messages,
                        "messageTraits",
                        Part.of("event", EventMessages.trait()),
                        "correlationIds",
                        correlationIds(),
                        "schemas",
                        schemas.components()));
    }

    private static Map<String, Object> brokers() {
        return Part.of(
                "host",
                "{bootstrapServers}",
                "protocol",
                "kafka",
                "description",
                "The brokers that the service is started with.",
                "variables",
                Part.of(
                        "bootstrapServers",
                        Part.of(
                                "description",
                                "KAFKA_BOOTSTRAP_SERVERS",
                                "default",
                                "localhost:9092")));
    }

    private void channel(Topic topic, long kept, String meaning, Map<String, Object> carried) {
        Map<String, Object> references = new LinkedHashMap<>();
        carried.forEach((key, message) -> {
            messages.put(key, message);
            references.put(key, Part.ref("components/messages/" + key));
        });
        channels.put(
                topic.channel(),
                Part.of(
                        "address",
                        topic.address(),
                        "description",
                        meaning,
                        "messages",
                        references,
                        "bindings",
                        MessageParts.topic(topic.address(), kept)));
    }

    private void operation(String name, String action, Topic topic, String summary) {
        Map<String, Object> operation =
                Part.of("action", action, "channel", channelOf(topic), "summary", summary);
        if (topic == Topic.SESSIONS) {
            operation.put("reply", Part.of("channel", channelOf(Topic.OUTCOMES)));
            operation.put("bindings", MessageParts.group("refocus-record"));
        }
        operations.put(name, operation);
    }

    private static Map<String, Object> channelOf(Topic topic) {
        return Part.ref("channels/" + topic.channel());
    }

    private static Map<String, Object> correlationIds() {
        return Part.of(
                "header",
                location(
                        "An id of the sender's, under the name by which it was sent.",
                        "header#/correlation-id"),
                "eventHeader",
                location("An id of the sender's.", "header#/ce_correlationid"),
                "eventMember",
                location(
                        "An id of the sender's; it comes back as the header ce_correlationid.",
                        "payload#/correlationid"),
                "command",
                location(
                        "The session or command that brought the event: of a session the sessionId"
                                + " of its outcome.",
                        "header#/ce_commandid"));
    }

    private static Map<String, Object> location(String meaning, String place) {
        return Part.of("description", meaning, "location", "$message." + place);
    }

    static List<String> messagesOf(JsonNode document, String channel) {
        return List.copyOf(
                document.path("channels").path(channel).path("messages").propertyNames());
    }
}
