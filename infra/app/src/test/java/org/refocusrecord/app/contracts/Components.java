package org.refocusrecord.app.contracts;

import org.refocusrecord.web.openapi.MessageSchemas;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The schemas that a document keeps in one place, and that refer to one another. */
final class Components {

    private static final String SCHEMAS = "/components/schemas";
    private static final String REF = "$ref";

    private Components() {}

    /** Those that something refers to, directly or through others. */
    static SortedSet<String> reachableFrom(JsonNode start, JsonNode schemas) {
        SortedSet<String> found = new TreeSet<>();
        Deque<JsonNode> toRead = new ArrayDeque<>(List.of(start));
        while (!toRead.isEmpty()) {
            for (String reference : toRead.pop().findValuesAsString(REF)) {
                if (reference.startsWith(MessageSchemas.COMPONENTS)) {
                    String name = reference.substring(MessageSchemas.COMPONENTS.length());
                    if (found.add(name)) {
                        toRead.push(schemas.path(name));
                    }
                }
            }
        }
        return found;
    }

    /** Leaves out what no message refers to. */
    static void keepReachable(ObjectNode document) {
        ObjectNode schemas = (ObjectNode) document.at(SCHEMAS);
        schemas.retain(reachableFrom(document.at("/components/messages"), schemas));
    }

    /** With all references led elsewhere. */
    static void refer(JsonNode part, UnaryOperator<String> elsewhere) {
        if (part instanceof ObjectNode object && object.path(REF).isString()) {
            object.put(REF, elsewhere.apply(object.path(REF).asString()));
        }
        part.forEach(inner -> refer(inner, elsewhere));
    }
}
