package org.refocusrecord.app.contracts;

import org.refocusrecord.web.openapi.MessageSchemas;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas of what is written, without the room that they leave for later releases: no other members
 * than those that are named, and no other codes than those that are known.
 */
final class Closed {

    private static final String OTHERS = "additionalProperties";

    private Closed() {}

    static JsonNode of(JsonNode schema) {
        JsonNode closed = schema.deepCopy();
        close(closed);
        return closed;
    }

    private static void close(JsonNode part) {
        part.forEach(Closed::close);
        if (part instanceof ObjectNode schema) {
            if (schema.path("properties").isObject() && !schema.has(OTHERS)) {
                schema.put(OTHERS, false);
            }
            if (schema.path(MessageSchemas.GROWING).isArray()) {
                schema.set("enum", schema.path(MessageSchemas.GROWING));
            }
        }
    }
}
