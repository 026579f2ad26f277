package org.refocusrecord.app.contracts;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A frozen example as somebody may have posted it. */
final class AsPosted {

    private static final List<String> OF_WORDS = List.of("statedBy", "wording", "lang", "sharing");

    private final Map<Integer, JsonNode> texts = new HashMap<>();

    private AsPosted(JsonNode contract) {
        for (JsonNode words : contract.path("words")) {
            texts.put(words.path("n").intValue(), words.path("text"));
        }
    }

    static ObjectNode of(JsonNode contract) {
        return (ObjectNode) new AsPosted(contract).posted(contract.path("payload"));
    }

    private JsonNode posted(JsonNode stored) {
        if (stored.isArray()) {
            ArrayNode posted = JsonMapper.shared().createArrayNode();
            stored.forEach(element -> posted.add(posted(element)));
            return posted;
        }
        if (!stored.isObject()) {
            return stored;
        }
        if (stored.has("salt")) {
            return stored.path("items");
        }
        ObjectNode posted = JsonMapper.shared().createObjectNode();
        if (stored.path("c").isString()) {
            posted.set("text", texts.get(stored.path("n").intValue()));
            OF_WORDS.stream()
                    .filter(stored::has)
                    .forEach(member -> posted.set(member, stored.get(member)));
            return posted;
        }
        for (Map.Entry<String, JsonNode> member : stored.properties()) {
            posted.set(member.getKey(), posted(member.getValue()));
        }
        return posted;
    }
}
