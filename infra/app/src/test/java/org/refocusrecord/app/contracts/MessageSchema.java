package org.refocusrecord.app.contracts;

import org.refocusrecord.web.openapi.MessageSchemas;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/**
 * The schemas of one message of a document, each standing alone, with what its traits say.
 *
 * @param contentType of the value
 * @param key of the record's key
 * @param headers of the headers together, each by its name
 * @param payload of the value
 */
record MessageSchema(String contentType, JsonNode key, JsonNode headers, JsonNode payload) {

    private static final String DEFINITIONS = "#/$defs/";

    static MessageSchema of(JsonNode document, String name) {
        ObjectNode message = (ObjectNode) document.at("/components/messages").path(name).deepCopy();
        ObjectNode headers = JsonMapper.shared().createObjectNode();
        for (JsonNode trait : message.path("traits")) {
            JsonNode said = document.at(trait.path("$ref").asString().substring(1));
            add(headers, said.path("headers"));
            said.properties().forEach(part -> message.putIfAbsent(part.getKey(), part.getValue()));
        }
        add(headers, message.path("headers"));
        return new MessageSchema(
                message.path("contentType").asString(),
                message.at("/bindings/kafka/key"),
                headers,
                standingAlone(message.path("payload"), document.at("/components/schemas")));
    }

    /** What a message says of a header is more than what its trait says. */
    private static void add(ObjectNode headers, JsonNode said) {
        for (Map.Entry<String, JsonNode> part : said.properties()) {
            if (part.getKey().equals("properties")) {
                headers.withObjectProperty("properties").setAll((ObjectNode) part.getValue());
            } else {
                headers.set(part.getKey(), part.getValue());
            }
        }
    }

    /** A schema with all that it refers to. */
    static ObjectNode standingAlone(JsonNode schema, JsonNode schemas) {
        ObjectNode alone = (ObjectNode) schema.deepCopy();
        var parts = Components.reachableFrom(alone, schemas);
        if (!parts.isEmpty()) {
            ObjectNode definitions = alone.putObject("$defs");
            parts.forEach(part -> definitions.set(part, schemas.path(part).deepCopy()));
        }
        Components.refer(
                alone, reference -> reference.replace(MessageSchemas.COMPONENTS, DEFINITIONS));
        return alone;
    }
}
