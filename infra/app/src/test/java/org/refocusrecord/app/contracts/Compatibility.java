package org.refocusrecord.app.contracts;

import org.refocusrecord.app.contracts.Comparison.Breach;
import org.refocusrecord.app.contracts.Comparison.Side;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether all that was released is kept: each topic's name, each message, its key, its headers and
 * its value.
 */
final class Compatibility {

    private final JsonNode released;
    private final JsonNode current;
    private final List<String> breaches = new ArrayList<>();

    private Compatibility(JsonNode released, JsonNode current) {
        this.released = released;
        this.current = current;
    }

    /** Each promise that is not kept: of which message, where in it, and why. */
    static List<String> breaches(JsonNode released, JsonNode current) {
        Compatibility compatibility = new Compatibility(released, current);
        for (Topic topic : Topic.values()) {
            compatibility.compare(topic);
        }
        return compatibility.breaches;
    }

    private void compare(Topic topic) {
        String before = address(released, topic);
        if (!before.isEmpty() && !before.equals(address(current, topic))) {
            breaches.add("%s is called %s now".formatted(before, address(current, topic)));
        }
        List<String> now = AsyncApi.messagesOf(current, topic.channel());
        for (String message : AsyncApi.messagesOf(released, topic.channel())) {
            if (now.contains(message)) {
                compare(topic, message);
            } else {
                breaches.add(message + " is not on " + topic.address() + " any more");
            }
        }
    }

    private static String address(JsonNode document, Topic topic) {
        return document.path("channels").path(topic.channel()).path("address").asString("");
    }

    private void compare(Topic topic, String message) {
        MessageSchema before = MessageSchema.of(released, message);
        MessageSchema now = MessageSchema.of(current, message);
        if (!now.contentType().equals(before.contentType())) {
            breaches.add(message + " has another content type");
        }
        compare(topic, message + " key", before.key(), now.key());
        compare(topic, message + " headers", headers(topic, before), headers(topic, now));
        compare(topic, message + " value", before.payload(), now.payload());
    }

    /** What senders put into other headers than these is text too. */
    private static JsonNode headers(Topic topic, MessageSchema message) {
        ObjectNode headers = (ObjectNode) message.headers().deepCopy();
        if (side(topic) == Side.READ) {
            headers.putObject("additionalProperties").put("type", "string");
        }
        return headers;
    }

    private static Side side(Topic topic) {
        return topic == Topic.SESSIONS ? Side.READ : Side.WRITTEN;
    }

    private void compare(Topic topic, String what, JsonNode before, JsonNode now) {
        if (before.equals(now)) {
            return;
        }
        for (Breach breach : Comparison.breaches(side(topic), before, now)) {
            breaches.add("%s %s: %s".formatted(what, breach.pointer(), breach.why()));
        }
    }
}
