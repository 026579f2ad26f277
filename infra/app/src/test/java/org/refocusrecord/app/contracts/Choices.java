package org.refocusrecord.app.contracts;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a schema leaves to choose, each choice as a schema of one type without references, so that
 * {@code anyOf} and a list of types are the same.
 */
final class Choices {

    private static final Set<String> LISTS = Set.of("anyOf", "oneOf");
    private static final String REF = "$ref";

    private final JsonNode root;

    private Choices(JsonNode root) {
        this.root = root;
    }

    /**
     * @param root where references lead to
     */
    static List<ObjectNode> of(JsonNode schema, JsonNode root) {
        return new Choices(root).all(schema);
    }

    private List<ObjectNode> all(JsonNode schema) {
        List<ObjectNode> choices = new ArrayList<>();
        if (schema.has(REF)) {
            return all(root.at(schema.path(REF).asString().substring(1)));
        }
        ObjectNode rest = ((ObjectNode) schema).deepCopy().remove(LISTS);
        for (String list : LISTS) {
            for (JsonNode choice : schema.path(list)) {
                all(choice).forEach(one -> choices.addAll(byType(both(rest, one))));
            }
        }
        return choices.isEmpty() ? byType(rest) : choices;
    }

    private static List<ObjectNode> byType(ObjectNode schema) {
        if (!schema.path("type").isArray()) {
            return List.of(schema);
        }
        List<ObjectNode> choices = new ArrayList<>();
        for (JsonNode type : schema.path("type")) {
            // What is said of texts or numbers concerns no null.
            ObjectNode choice =
                    type.asString().equals("null")
                            ? JsonMapper.shared().createObjectNode()
                            : schema.deepCopy();
            choices.add(choice.put("type", type.asString()));
        }
        return choices;
    }

    /** What stands beside a list of choices holds for each of them. */
    private static ObjectNode both(ObjectNode rest, ObjectNode choice) {
        ObjectNode both = rest.deepCopy();
        for (Map.Entry<String, JsonNode> keyword : choice.properties()) {
            switch (keyword.getKey()) {
                case "properties" ->
                        both.withObjectProperty("properties")
                                .setAll((ObjectNode) keyword.getValue());
                case "required" ->
                        keyword.getValue().forEach(both.withArrayProperty("required")::add);
                default -> both.set(keyword.getKey(), keyword.getValue());
            }
        }
        return both;
    }
}
