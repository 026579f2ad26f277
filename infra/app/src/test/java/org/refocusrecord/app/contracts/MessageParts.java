package org.refocusrecord.app.contracts;

import java.util.List;
import java.util.Map;

/** What several messages have in common. */
final class MessageParts {

    static final String JSON = "application/json";

    private static final String BINDING = "0.5.0";

    private MessageParts() {}

    /** A record's key. */
    static Map<String, Object> keyed(Map<String, Object> key) {
        return Part.of("kafka", Part.of("key", key, "bindingVersion", BINDING));
    }

    /** A topic, with for how long it is kept where it is made by the service; below 0: for ever. */
    static Map<String, Object> topic(String name, long keptMillis) {
        return Part.of(
                "kafka",
                Part.of(
                        "topic",
                        name,
                        "topicConfiguration",
                        Part.of("cleanup.policy", List.of("delete"), "retention.ms", keptMillis),
                        "bindingVersion",
                        BINDING));
    }

    /** In whose name records are read. */
    static Map<String, Object> group(String name) {
        return Part.of("kafka", Part.of("groupId", Part.fixed(name), "bindingVersion", BINDING));
    }

    static Map<String, Object> caseKey() {
        return Part.formatted("The caseId.", "uuid");
    }

    /** Headers; there may be others. */
    static Map<String, Object> headers(Map<String, Object> properties, String... required) {
        Map<String, Object> headers = Part.of("type", "object", "properties", properties);
        if (required.length > 0) {
            headers.put("required", List.of(required));
        }
        return headers;
    }

    static Map<String, Object> example(String name, Map<String, Object> headers, Object payload) {
        return Part.of("name", name, "headers", headers, "payload", payload);
    }

    /**
     * Headers that come back with an outcome as they were sent, under any case of their letters.
     */
    static Map<String, Object> correlation() {
        return Part.of(
                "correlation-id",
                Part.text(
                        "An id of the sender's. It may be called correlationid, correlation_id,"
                            + " x-correlation-id, kafka_correlationId or ce_correlationid too."),
                "traceparent",
                Part.text("W3C trace context."),
                "tracestate",
                Part.text("W3C trace context."));
    }

    /** Which record was meant. */
    static Map<String, Object> origin() {
        return Part.of(
                "kafka_dlt-original-topic",
                Part.text("The topic of the record that this is about."),
                "kafka_dlt-original-partition",
                Part.number("Its partition.", Integer.BYTES),
                "kafka_dlt-original-offset",
                Part.number("Its offset.", Long.BYTES),
                "kafka_dlt-original-timestamp",
                Part.number("Its time in milliseconds, or -1.", Long.BYTES));
    }

    static Map<String, Object> exampleOfOrigin() {
        return Part.of(
                "kafka_dlt-original-topic",
                Topic.SESSIONS.address(),
                "kafka_dlt-original-partition",
                3,
                "kafka_dlt-original-offset",
                17,
                "kafka_dlt-original-timestamp",
                1_331_799_330_000L);
    }

    static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        some.putAll(more);
        return some;
    }
}
