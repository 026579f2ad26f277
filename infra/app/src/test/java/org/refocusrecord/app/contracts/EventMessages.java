package org.refocusrecord.app.contracts;

import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;
import org.refocusrecord.web.openapi.MessageSchemas;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every event as it leaves, by stream, stored name and revision. */
final class EventMessages {

    /** What a case, a team and a study can have; of the log itself nothing leaves. */
    static final List<Vocabulary> LEAVING =
            List.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY);

    private static final String NUMBER = "^[0-9]+$";

    private final MessageSchemas schemas;

    EventMessages(MessageSchemas schemas) {
        this.schemas = schemas;
    }

    /** How its message and its schema are called. */
    static String key(Vocabulary vocabulary, EventShape shape) {
        return "%s.%s.v%d"
                .formatted(vocabulary.stream(), shape.name().name(), shape.name().revision());
    }

    static String type(String name, int revision) {
        return "org.refocusrecord.%s.v%d".formatted(name, revision);
    }

    Map<String, Object> all() {
        Map<String, Object> messages = new TreeMap<>();
        for (Vocabulary vocabulary : LEAVING) {
            for (EventShape shape : vocabulary.events()) {
                messages.put(key(vocabulary, shape), message(vocabulary, shape));
            }
        }
        return messages;
    }

    private Map<String, Object> message(Vocabulary vocabulary, EventShape shape) {
        String key = key(vocabulary, shape);
        String type = type(shape.name().name(), shape.name().revision());
        return Part.of(
                "name",
                type,
                "title",
                "%s of a %s".formatted(shape.name().name(), vocabulary.stream()),
                "summary",
                shape.name().meaning(),
                "traits",
                List.of(Part.ref("components/messageTraits/event")),
                "headers",
                Part.of(
                        "type",
                        "object",
                        "properties",
                        Part.of(
                                "ce_type",
                                Part.fixed(type),
                                "ce_subject",
                                Part.text(
                                        "The stream.",
                                        "^" + vocabulary.stream() + "/[0-9a-f-]{36}$"))),
                "payload",
                schemas.event(key, shape),
                "examples",
                List.of(example(key, type)));
    }

    private static Map<String, Object> example(String key, String type) {
        Examples.Frozen example = Examples.of(key);
        JsonNode contract = example.contract();
        return MessageParts.example(
                key.substring(key.indexOf('.') + 1),
                exampleHeaders(type, contract),
                example.sent());
    }

    static Map<String, Object> exampleHeaders(String type, JsonNode contract) {
        return Part.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                contract.path("eventId").asString(),
                "ce_source",
                "/refocus-record/a0000000-0000-4000-8000-000000000001",
                "ce_type",
                type,
                "ce_time",
                "2012-03-16T08:15:30.000007Z",
                "ce_subject",
                contract.path("stream").asString(),
                "content-type",
                MessageParts.JSON,
                "ce_position",
                "4711",
                "ce_sequence",
                "17",
                "ce_occurredat",
                "2012-03-14T10:00:00.000000Z",
                "ce_commandid",
                "50000000-0000-4000-8000-000000000001",
                "ce_recordedby",
                "STAFF/b0000000-0000-4000-8000-000000000001");
    }

    /** What all of them have in common. */
    static Map<String, Object> trait() {
        Map<String, Object> headers =
                Part.of(
                        "ce_specversion",
                        Part.fixed("1.0"),
                        "ce_id",
                        Part.formatted("The eventId. One that comes twice has the same.", "uuid"),
                        "ce_source",
                        Part.text("The log.", "^/refocus-record/[0-9a-f-]{36}$"),
                        "ce_type",
                        Part.text("The stored name and the revision."),
                        "ce_time",
                        Part.formatted("When it was recorded.", "date-time"),
                        "ce_subject",
                        Part.text("The stream."),
                        "content-type",
                        Part.fixed(MessageParts.JSON),
                        "ce_position",
                        Part.text("Its place in the log, from 1.", NUMBER),
                        "ce_sequence",
                        Part.text("Its place in its stream, from 0, without a hole.", NUMBER),
                        "ce_occurredat",
                        Part.formatted("When it happened.", "date-time"),
                        "ce_commandid",
                        Part.formatted("The session or command that it came by.", "uuid"),
                        "ce_recordedby",
                        Part.text("Who recorded it: a party and an id.", "^[A-Z_]+/.+$"));
        return Part.of(
                "contentType",
                MessageParts.JSON,
                "headers",
                MessageParts.headers(headers, headers.keySet().toArray(String[]::new)),
                "correlationId",
                Part.ref("components/correlationIds/command"),
                "bindings",
                MessageParts.keyed(Part.formatted("The id of the case, team or study.", "uuid")));
    }
}
