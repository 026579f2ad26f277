package org.refocusrecord.app.contracts;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/**
 * A stored payload as it leaves, written down a second time for the examples: texts withheld,
 * answers without their salt.
 */
final class AsSent {

    private static final List<String> OF_WORDS = List.of("lang", "sharing", "statedBy");

    /** What the example of an amendment names and no other example holds. */
    private static final JsonNode SAID_ELSEWHERE =
            JsonMapper.shared()
                    .readTree(
                            """
                            {"c": "", "d": "", "n": 0, "sharing": "PERSON_ONLY", "wording": "WRITTEN_BY_THEM",
                             "statedBy": {"id": "d0000000-0000-4000-8000-000000000001", "party": "SERVICE_USER"}}
                            """);

    private AsSent() {}

    static JsonNode of(JsonNode stored) {
        if (stored.isArray()) {
            ArrayNode sent = JsonMapper.shared().createArrayNode();
            stored.forEach(element -> sent.add(of(element)));
            return sent;
        }
        if (!stored.isObject()) {
            return stored;
        }
        if (stored.path("c").isString() && stored.path("n").isNumber()) {
            return words(stored);
        }
        if (stored.at("/from/n").isNumber()) {
            return words(SAID_ELSEWHERE);
        }
        if (stored.has("salt")) {
            return stored.path("items");
        }
        ObjectNode sent = JsonMapper.shared().createObjectNode();
        for (Map.Entry<String, JsonNode> member : stored.properties()) {
            sent.set(member.getKey(), of(member.getValue()));
        }
        return sent;
    }

    private static ObjectNode words(JsonNode stored) {
        ObjectNode words = JsonMapper.shared().createObjectNode();
        for (String member : OF_WORDS) {
            if (stored.has(member)) {
                words.set(member, stored.get(member));
            }
        }
        words.putNull("text");
        words.put("withheld", "PURPOSE");
        words.set("wording", stored.get("wording"));
        return words;
    }
}
