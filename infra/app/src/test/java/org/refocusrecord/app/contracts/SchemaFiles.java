package org.refocusrecord.app.contracts;

import org.refocusrecord.web.openapi.MessageSchemas;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.SortedMap;
import java.util.TreeMap;

/** The schema of each message as a file that stands alone: JSON Schema 2020-12. */
final class SchemaFiles {

    private SchemaFiles() {}

    /** Their contents by name, from the folder of the schemas. */
    static SortedMap<String, JsonNode> of(JsonNode document) {
        SortedMap<String, JsonNode> files = new TreeMap<>();
        files.put("session.v1.json", file(document, "session"));
        files.put("structured-session-event.v1.json", file(document, "structuredSessionEvent"));
        files.put("session-outcome.v1.json", file(document, "sessionOutcome"));
        for (String key : AsyncApi.messagesOf(document, Topic.EVENTS.channel())) {
            files.put("events/" + key.replaceFirst("\\.", "/") + ".json", file(document, key));
        }
        return files;
    }

    private static ObjectNode file(JsonNode document, String message) {
        JsonNode said = document.at("/components/messages").path(message);
        JsonNode schemas = document.at("/components/schemas");
        String name =
                said.at("/payload/$ref").asString().substring(MessageSchemas.COMPONENTS.length());
        ObjectNode file = JsonMapper.shared().createObjectNode();
        file.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        file.set("title", said.path("title"));
        file.setAll(MessageSchema.standingAlone(schemas.path(name), schemas));
        return file;
    }
}
